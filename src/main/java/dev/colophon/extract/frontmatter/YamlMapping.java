package dev.colophon.extract.frontmatter;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML as texts, lists and mappings. Nothing is made of its types, so that dates stay as they are written. */
final class YamlMapping {
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;
    private static final int MOST_VALUES = 10_000;

    /** Values that say that there is none. */
    private static final Set<Tag> NO_TEXTS = Set.of(Tag.NULL, Tag.BOOL);

    private int values;

    private YamlMapping() {}

    /** The mapping; null where the text is none. */
    static @Nullable Map<String, Object> read(String yaml) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setAllowDuplicateKeys(true);
        try {
            Node root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(yaml));
            return root instanceof MappingNode mapping ? new YamlMapping().mapping(mapping, 0) : null;
        } catch (YAMLException | IllegalArgumentException noYaml) {
            return null;
        }
    }

    private Map<String, Object> mapping(MappingNode node, int depth) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            Object value = value(entry.getValueNode(), depth + 1);
            if (entry.getKeyNode() instanceof ScalarNode key && value != null) {
                mapping.putIfAbsent(key.getValue(), value);
            }
        }
        return mapping;
    }

    /** Null for what holds no text, and what aliases make too much of. */
    private @Nullable Object value(Node node, int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return NO_TEXTS.contains(scalar.getTag()) ? null : scalar.getValue();
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, depth);
        }
        List<Object> list = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                Object value = value(each, depth + 1);
                if (value != null) {
                    list.add(value);
                }
            }
        }
        return list;
    }
}
