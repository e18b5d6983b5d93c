package dev.colophon.cli;

import com.ibm.icu.util.TimeZone;
import dev.colophon.model.Publisher;
import dev.colophon.model.Publisher.DateOrder;
import dev.colophon.pipeline.Publishers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads publisher profiles: one YAML file each, whose name without {@code .yaml} or {@code .yml} is the publisher's id. */
final class PublisherFiles {
    private static final Pattern NAME = Pattern.compile("(.*)\\.ya?ml");
    private static final List<String> KEYS = List.of("name", "domains", "zone", "language", "date-order");

    private PublisherFiles() {}

    /** All profiles of a folder, none where there is no such folder. */
    static Publishers read(Path folder) {
        if (!Files.exists(folder)) {
            return Publishers.NONE;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Publisher> profiles = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    profiles.add(profile(file, name.group(1)));
                }
            }
            return new Publishers(profiles);
        } catch (NotDirectoryException file) {
            throw new UsageException(folder + ": expected a folder of publisher profiles, found a file");
        } catch (IOException fault) {
            throw YamlFile.unreadable(folder, fault);
        } catch (IllegalArgumentException fault) {
            throw new UsageException(folder + ": " + fault.getMessage());
        }
    }

    private static Publisher profile(Path path, String id) {
        Map<String, List<String>> fields = fields(new YamlFile(path));
        String zone = one(fields, "zone");
        if (zone != null && !isZone(zone)) {
            throw new UsageException(path + ": '" + zone + "' is no IANA time zone; write one such as Asia/Kolkata");
        }
        String name = one(fields, "name");
        return new Publisher(
                id,
                name == null ? id : name,
                fields.getOrDefault("domains", List.of()),
                zone,
                one(fields, "language"),
                dateOrder(path, one(fields, "date-order")));
    }

    /** Java's short names are none, save EST, HST and MST: its BST is in Bangladesh. */
    private static boolean isZone(String zone) {
        boolean javas = ZoneId.SHORT_IDS.containsKey(zone)
                && !ZoneId.getAvailableZoneIds().contains(zone);
        return !javas && !TimeZone.getTimeZone(zone).getID().equals(TimeZone.UNKNOWN_ZONE_ID);
    }

    private static Map<String, List<String>> fields(YamlFile file) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Node root = file.root();
        for (NodeTuple pair : root == null ? List.<NodeTuple>of() : file.pairs(root)) {
            String key = file.value(pair.getKeyNode());
            if (!KEYS.contains(key)) {
                throw new UsageException(file.where(pair.getKeyNode()) + ": unknown key '" + key + "'; known: " + KEYS);
            }
            fields.put(key, items(file, pair.getValueNode()));
        }
        return fields;
    }

    /** The values of a list, or the one value that stands there. */
    private static List<String> items(YamlFile file, Node node) {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(file::value).toList()
                : List.of(file.value(node));
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
