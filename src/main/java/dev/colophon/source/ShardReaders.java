package dev.colophon.source;

import dev.colophon.model.SourceItem;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens shards. What an input is, its content decides: see {@link Formats}. */
public final class ShardReaders {
    private ShardReaders() {}

    /**
     * Opens a shard for reading in order. Each input is opened when its turn comes, read once, and gives at least one item.
     *
     * @param shard the inputs
     * @param roots where they lie, as {@link Inputs#roots} has them
     * @param settings what reading may cost, and what the job says of records
     */
    public static ShardReader open(Shard shard, List<Storage> roots, SourceSettings settings) {
        return new Sequence(shard, List.copyOf(roots), settings, null, true);
    }

    /**
     * The same for those who ask for no fingerprint: an input is read no further than its last item, also the first part of a
     * large one. Whether it has changed since it was listed shows at its opening only.
     */
    public static ShardReader openUnhashed(Shard shard, List<Storage> roots, SourceSettings settings) {
        return new Sequence(shard, List.copyOf(roots), settings, null, false);
    }

    /**
     * The same for one entry of archives, which are opened no further than it takes.
     *
     * @param entry its container path
     */
    public static ShardReader openEntry(Shard shard, List<Storage> roots, SourceSettings settings, String entry) {
        return new Sequence(shard, List.copyOf(roots), settings, entry, true);
    }

    /** The inputs of a shard, one behind the other. */
    private static final class Sequence implements ShardReader {
        private final Iterator<InputFile> files;
        private final List<Storage> roots;
        private final SourceSettings settings;
        private final @Nullable String entry;
        private final boolean hashed;
        private final MirrorFolders mirrors = new MirrorFolders();
        private final Ordinals ordinals = new Ordinals();
        private final List<InputFingerprint> fingerprints = new ArrayList<>();
        private @Nullable InputReader current;

        Sequence(Shard shard, List<Storage> roots, SourceSettings settings, @Nullable String entry, boolean hashed) {
            this.entry = entry;
            this.hashed = hashed;
            this.files = shard.inputs().iterator();
            this.roots = roots;
            this.settings = settings;
        }

        @Override
        public @Nullable SourceItem next() throws IOException {
            while (true) {
                InputReader input = current;
                if (input == null) {
                    if (!files.hasNext()) {
                        return null;
                    }
                    InputFile file = files.next();
                    input = new InputReader(file, roots.get(file.root()), settings, entry, hashed);
                    current = input;
                }
                SourceItem item = input.next(mirrors);
                if (item != null) {
                    return ordinals.numbered(item);
                }
                fingerprints.add(input.fingerprint());
                close();
            }
        }

        @Override
        public List<InputFingerprint> fingerprints() {
            return List.copyOf(fingerprints);
        }

        @Override
        public void close() throws IOException {
            InputReader input = current;
            current = null;
            if (input != null) {
                input.close();
            }
        }
    }
}
