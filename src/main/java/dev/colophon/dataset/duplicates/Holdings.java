package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.BatchState;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.json.Json;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an archive, batch by batch in the order in which runs made them, so that what is new is at the end. A batch
 * is known by its number in this order.
 */
record Holdings(List<BatchDocuments> batches, Map<String, Integer> numbers) {
    static final Holdings NONE = of(List.of());
    private static final String DOCUMENTS = "documents";

    private static Holdings of(Collection<BatchDocuments> batches) {
        List<BatchDocuments> ordered = batches.stream()
                .sorted(Comparator.comparing(BatchDocuments::run).thenComparing(BatchDocuments::batch))
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        ordered.forEach(batch -> numbers.put(batch.batch(), numbers.size()));
        return new Holdings(ordered, numbers);
    }

    /** Reads what {@link Workshop#holdings} has written. */
    static Holdings read(Storage storage, String path) throws IOException {
        try (InputStream in = storage.open(path)) {
            return Json.read(in.readAllBytes(), Holdings.class, path);
        }
    }

    /** What a manifest holds. */
    static Holdings of(Manifest manifest) {
        List<BatchDocuments> batches = new ArrayList<>();
        for (BatchState state : manifest.batches()) {
            List<Part> parts = manifest.parts(DOCUMENTS, state.batch());
            if (!parts.isEmpty()) {
                batches.add(new BatchDocuments(state.batch(), state.run(), parts, false));
            }
        }
        return of(batches);
    }

    /** What it holds once a run has replaced some batches by what it has staged. */
    Holdings after(String run, Collection<String> rebuilt, List<Part> staged) {
        List<BatchDocuments> batches = new ArrayList<>(this.batches);
        batches.removeIf(batch -> rebuilt.contains(batch.batch()));
        for (String batch : rebuilt) {
            List<Part> parts = staged.stream()
                    .filter(part -> part.table().equals(DOCUMENTS) && batch.equals(part.batch()))
                    .toList();
            if (!parts.isEmpty()) {
                batches.add(new BatchDocuments(batch, run, parts, true));
            }
        }
        return of(batches);
    }

    String name(int number) {
        return batches.get(number).batch();
    }

    /** The batch of that name; null where there is none. */
    @Nullable
    BatchDocuments named(String batch) {
        Integer number = numbers.get(batch);
        return number == null ? null : batches.get(number);
    }
}
