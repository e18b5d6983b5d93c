package dev.colophon.source;

import dev.colophon.model.Capture;
import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what lies in a folder, as a job does. */
final class ReadFolder {
    private ReadFolder() {}

    /** All items, and the fingerprints of the inputs. */
    record Read(List<SourceItem> items, List<InputFingerprint> fingerprints) {
        /** {@code name} for a capture, {@code !reason} for a reject. */
        List<String> shown() {
            return items.stream().map(Read::show).toList();
        }

        Capture capture(int index) {
            return (Capture) items.get(index);
        }

        Reject reject(int index) {
            return (Reject) items.get(index);
        }

        String body(int index) {
            return new String(capture(index).body(), StandardCharsets.UTF_8);
        }

        private static String show(SourceItem item) {
            if (item instanceof Reject reject) {
                return "!" + reject.reason().label();
            }
            String url = ((Capture) item).url();
            return url == null ? item.origin().sourceUri() : url.substring(url.lastIndexOf('/') + 1);
        }
    }

    static Read read(Path folder) throws IOException {
        return read(folder, SourceLimits.DEFAULT);
    }

    static Read read(Path folder, SourceLimits limits) throws IOException {
        Inputs inputs = new InputLister(folder, Set.of(), "b")
                .list(List.of(folder.toAbsolutePath().toString()));
        List<SourceItem> items = new ArrayList<>();
        List<InputFingerprint> fingerprints = new ArrayList<>();
        for (Shard shard : ShardPlanner.plan(inputs.files(), "settings")) {
            try (ShardReader reader = ShardReaders.open(shard, inputs.roots(), SourceSettings.of(limits))) {
                for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                    items.add(item);
                }
                fingerprints.addAll(reader.fingerprints());
            }
        }
        return new Read(items, fingerprints);
    }

    /** Reads one file with these bytes. */
    static Read read(Path folder, String name, byte[] content) throws IOException {
        return read(folder, name, content, SourceLimits.DEFAULT);
    }

    static Read read(Path folder, String name, byte[] content, SourceLimits limits) throws IOException {
        Files.write(folder.resolve(name), content);
        return read(folder, limits);
    }
}
