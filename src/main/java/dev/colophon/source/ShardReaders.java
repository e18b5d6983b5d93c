package dev.colophon.source;

import dev.colophon.model.SourceItem;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens shards. What an input is, its first bytes decide: {@code WARC/} is a WARC, gzip whose content begins so a gzipped
 * WARC, any other gzip one gzipped document, and everything else one document. A name with {@code .warc} decides where the
 * first bytes are damaged.
 */
public final class ShardReaders {
    private ShardReaders() {}

    /**
     * Opens a shard for reading in order. Each input is opened when its turn comes, read once, and gives at least one item.
     *
     * @param shard the inputs
     * @param roots where they lie, as {@link Inputs#roots} has them
     * @param limits what reading may cost
     */
    public static ShardReader open(Shard shard, List<Storage> roots, SourceLimits limits) {
        return new Sequence(shard, List.copyOf(roots), limits);
    }

    /** The inputs of a shard, one behind the other. */
    private static final class Sequence implements ShardReader {
        private final Iterator<InputFile> files;
        private final List<Storage> roots;
        private final SourceLimits limits;
        private final List<InputFingerprint> fingerprints = new ArrayList<>();
        private @Nullable InputReader current;

        Sequence(Shard shard, List<Storage> roots, SourceLimits limits) {
            this.files = shard.inputs().iterator();
            this.roots = roots;
            this.limits = limits;
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
                    input = new InputReader(file, roots.get(file.root()), limits);
                    current = input;
                }
                SourceItem item = input.next();
                if (item != null) {
                    return item;
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
