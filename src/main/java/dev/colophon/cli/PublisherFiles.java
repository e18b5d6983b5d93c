package dev.colophon.cli;

import com.ibm.icu.util.TimeZone;
import dev.colophon.model.Publisher;
import dev.colophon.model.Publisher.DateOrder;
import dev.colophon.pipeline.Publishers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads publisher profiles: one YAML file each, whose name without {@code .yaml} is the publisher's id. */
final class PublisherFiles {
    private static final List<String> KEYS = List.of("name", "domains", "zone", "language", "date-order");

    private PublisherFiles() {}

    /** All profiles of a folder, none where there is no such folder. */
    static Publishers read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Publishers.NONE;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new Publishers(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(PublisherFiles::profile)
                    .toList());
        } catch (IOException fault) {
            throw new UsageException(folder + ": cannot be read: " + fault.getMessage());
        } catch (IllegalArgumentException fault) {
            throw new UsageException(folder + ": " + fault.getMessage());
        }
    }

    private static Publisher profile(Path file) {
        String fileName = String.valueOf(file.getFileName());
        String id = fileName.substring(0, fileName.length() - ".yaml".length());
        Map<String, List<String>> fields = fields(file);
        String zone = one(fields, "zone");
        if (zone != null && TimeZone.getTimeZone(zone).getID().equals(TimeZone.UNKNOWN_ZONE_ID)) {
            throw new UsageException(file + ": '" + zone + "' is no IANA time zone; write one such as Asia/Kolkata");
        }
        String name = one(fields, "name");
        return new Publisher(
                id,
                name == null ? id : name,
                fields.getOrDefault("domains", List.of()).stream()
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .toList(),
                zone,
                one(fields, "language"),
                dateOrder(file, one(fields, "date-order")));
    }

    private static Map<String, List<String>> fields(Path file) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Node root = JobFile.compose(file);
        if (root == null) {
            return fields;
        }
        if (!(root instanceof MappingNode mapping)) {
            throw new UsageException(file + ": expected keys and values");
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = scalar(file, pair.getKeyNode());
            if (!KEYS.contains(key)) {
                throw new UsageException(
                        where(file, pair.getKeyNode()) + ": unknown key '" + key + "'; known: " + KEYS);
            }
            fields.put(key, items(file, pair.getValueNode()));
        }
        return fields;
    }

    /** The values of a list, or the one value that stands there. */
    private static List<String> items(Path file, Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(scalar(file, node));
        }
        return sequence.getValue().stream().map(item -> scalar(file, item)).toList();
    }

    private static String scalar(Path file, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new UsageException(where(file, node) + ": expected a single value");
    }

    private static String where(Path file, Node node) {
        return file + ", line " + (node.getStartMark().getLine() + 1);
    }

    private static @Nullable String one(Map<String, List<String>> fields, String key) {
        List<String> items = fields.get(key);
        return items == null || items.isEmpty() ? null : items.get(0);
    }

    private static @Nullable DateOrder dateOrder(Path file, @Nullable String written) {
        if (written == null) {
            return null;
        }
        return switch (written) {
            case "day-month-year" -> DateOrder.DAY_MONTH_YEAR;
            case "month-day-year" -> DateOrder.MONTH_DAY_YEAR;
            case "year-month-day" -> DateOrder.YEAR_MONTH_DAY;
            default ->
                throw new UsageException(file + ": date-order '" + written
                        + "' is none of day-month-year, month-day-year, year-month-day");
        };
    }
}
