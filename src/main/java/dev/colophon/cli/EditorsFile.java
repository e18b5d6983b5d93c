package dev.colophon.cli;

import dev.colophon.byline.people.Decisions;
import dev.colophon.model.ContributorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads {@code config/editors.yaml}: the decisions about contributors. Every error names file, line, what was expected
 * and what to do.
 */
final class EditorsFile {
    static final List<String> KEYS = List.of("aliases", "merges", "splits", "ignore", "kinds");

    private static final int ID_LENGTH = 32;
    private static final List<String> KINDS =
            Arrays.stream(ContributorKind.values()).map(ContributorKind::label).toList();

    private final YamlFile file;
    private final List<Decisions.Alias> aliases = new ArrayList<>();
    private final List<Decisions.Merge> merges = new ArrayList<>();
    private final List<Decisions.Split> splits = new ArrayList<>();
    private final List<Decisions.Named> ignored = new ArrayList<>();
    private final List<Decisions.KindOf> kinds = new ArrayList<>();

    private EditorsFile(YamlFile file) {
        this.file = file;
    }

    /** The decisions; none where there is no such file. */
    static Decisions read(Path path) {
        return Files.exists(path) ? new EditorsFile(new YamlFile(path)).decisions() : Decisions.NONE;
    }

    private Decisions decisions() {
        Node root = file.root();
        if (root != null && !isNothing(root)) {
            for (Map.Entry<String, Node> section : fields(root, KEYS).entrySet()) {
                for (Node item : items(section.getValue(), section.getKey())) {
                    add(section.getKey(), item);
                }
            }
        }
        requireNoContradiction();
        return new Decisions(aliases, merges, splits, ignored, kinds);
    }

    private void add(String section, Node item) {
        switch (section) {
            case "aliases" -> {
                Map<String, Node> fields = fields(item, List.of("name", "also", "publisher", "note"));
                aliases.add(new Decisions.Alias(named(item, fields), names(required(item, fields, "also"))));
            }
            case "merges" -> {
                Map<String, Node> fields = fields(item, List.of("into", "from", "note"));
                merges.add(new Decisions.Merge(
                        id(required(item, fields, "into")), ids(required(item, fields, "from"), 1)));
            }
            case "splits" -> {
                Map<String, Node> fields = fields(item, List.of("apart", "note"));
                splits.add(new Decisions.Split(ids(required(item, fields, "apart"), 2)));
            }
            case "ignore" ->
                ignored.add(
                        item instanceof ScalarNode
                                ? new Decisions.Named(text(item), null)
                                : named(item, fields(item, List.of("name", "publisher", "note"))));
            default -> {
                Map<String, Node> fields = fields(item, List.of("name", "kind", "publisher", "note"));
                kinds.add(new Decisions.KindOf(named(item, fields), kind(required(item, fields, "kind"))));
            }
        }
    }

    private void requireNoContradiction() {
        Set<String> replaced = new HashSet<>();
        for (Decisions.Merge merge : merges) {
            for (String from : merge.from()) {
                if (from.equals(merge.into()) || !replaced.add(from)) {
                    throw new UsageException(file.path() + ": merges: " + from
                            + (from.equals(merge.into())
                                    ? " is merged into itself; remove it from its 'from'"
                                    : " is merged twice; keep one of the two"));
                }
            }
            for (Decisions.Split split : splits) {
                if (split.apart().contains(merge.into())
                        && merge.from().stream().anyMatch(split.apart()::contains)) {
                    throw new UsageException(file.path() + ": the merge into " + merge.into()
                            + " joins whom a split keeps apart; remove one of the two");
                }
            }
        }
    }

    private Decisions.Named named(Node item, Map<String, Node> fields) {
        Node publisher = fields.get("publisher");
        return new Decisions.Named(text(required(item, fields, "name")), publisher == null ? null : text(publisher));
    }

    private Node required(Node item, Map<String, Node> fields, String key) {
        Node value = fields.get(key);
        if (value == null) {
            throw new UsageException(file.where(item) + ": expected the key '" + key + "', found " + fields.keySet()
                    + "; add a line '" + key + ": …'");
        }
        return value;
    }

    private Map<String, Node> fields(Node node, List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw new UsageException(file.where(node) + ": expected keys of " + known + ", found '" + shown(node)
                    + "'; write it as 'key: value'");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            String key = text(pair.getKeyNode());
            if (!known.contains(key)) {
                throw new UsageException(
                        file.where(pair.getKeyNode()) + ": unknown key '" + key + "'; known here: " + known);
            }
            if (fields.put(key, pair.getValueNode()) != null) {
                throw new UsageException(
                        file.where(pair.getKeyNode()) + ": the key '" + key + "' is there twice; put both under one");
            }
        }
        return fields;
    }

    /** The items of a list; none where nothing stands there. */
    private List<Node> items(Node node, String key) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (isNothing(node)) {
            return List.of();
        }
        throw new UsageException(file.where(node) + ": " + key + ": expected a list, found '" + shown(node)
                + "'; write each item on a line that begins with '- '");
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private List<String> names(Node node) {
        List<String> names = new ArrayList<>();
        for (Node item : node instanceof ScalarNode ? List.of(node) : items(node, "also")) {
            names.add(text(item));
        }
        return names;
    }

    private List<String> ids(Node node, int least) {
        List<String> ids = new ArrayList<>();
        for (Node item : node instanceof ScalarNode ? List.of(node) : items(node, "ids")) {
            ids.add(id(item));
        }
        if (ids.size() < least || ids.stream().distinct().count() < ids.size()) {
            throw new UsageException(file.where(node) + ": expected " + least + " or more different ids, found " + ids);
        }
        return ids;
    }

    private String id(Node node) {
        String id = text(node);
        boolean hex = id.chars().allMatch(unit -> (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'f'));
        if (!hex || id.length() != ID_LENGTH) {
            throw new UsageException(file.where(node) + ": expected a contributor_id of " + ID_LENGTH
                    + " hex digits, found '" + id + "'; 'colophon editors DATASET --search NAME' shows ids");
        }
        return id;
    }

    private String kind(Node node) {
        String kind = text(node);
        if (!KINDS.contains(kind)) {
            throw new UsageException(file.where(node) + ": kind: expected one of " + KINDS + ", found '" + kind + "'");
        }
        return kind;
    }

    private String text(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw new UsageException(file.where(node) + ": expected a single value, found '" + shown(node) + "'");
        }
        if (scalar.getValue().codePoints().anyMatch(Character::isISOControl)) {
            throw new UsageException(
                    file.where(node) + ": a value must have no line breaks, tabs or control characters");
        }
        return scalar.getValue();
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? TerminalText.of(scalar.getValue())
                : node instanceof SequenceNode ? "a list" : "keys and values";
    }
}
