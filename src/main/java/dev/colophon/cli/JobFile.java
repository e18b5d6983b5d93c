package dev.colophon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a job file; every error names the file and the line. */
final class JobFile {
    private final YamlFile file;
    private final SettingValues values;
    private final Set<Setting> given = EnumSet.noneOf(Setting.class);

    private JobFile(YamlFile file, SettingValues values) {
        this.file = file;
        this.values = values;
    }

    /** Puts the file's values into {@code values}. */
    static void read(Path path, SettingValues values) {
        YamlFile file = new YamlFile(path);
        Node root = file.root();
        if (root != null) {
            new JobFile(file, values).walk("", root);
        }
    }

    private void walk(String prefix, Node node) {
        for (NodeTuple pair : file.pairs(node)) {
            String key = prefix + file.value(pair.getKeyNode());
            if (pair.getValueNode() instanceof MappingNode && isGroup(key)) {
                walk(key + ".", pair.getValueNode());
            } else {
                Setting setting = Setting.ofKey(key, file.where(pair.getKeyNode()));
                if (!given.add(setting)) { // once below its group, once with a dot
                    throw new UsageException(file.where(pair.getKeyNode()) + ": the key '" + key
                            + "' is there twice; remove one of the two");
                }
                values.put(setting, items(setting, pair.getValueNode()), file.where(pair.getValueNode()));
            }
        }
    }

    private static boolean isGroup(String key) {
        for (Setting setting : Setting.values()) {
            if (setting.key().startsWith(key + ".")) {
                return true;
            }
        }
        return false;
    }

    private List<String> items(Setting setting, Node node) {
        if (setting == Setting.INPUT_FIELDS) {
            return fields(node);
        }
        if (node instanceof SequenceNode sequence) {
            if (setting != Setting.INPUT_PATHS) {
                throw new UsageException(file.where(node) + ": " + setting.key() + " takes one value, not a list");
            }
            List<String> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(file.value(item));
            }
            return items;
        }
        return List.of(file.value(node));
    }

    /** {@code {html: body}} as {@code html=body}. */
    private List<String> fields(Node node) {
        if (!(node instanceof MappingNode)) {
            throw new UsageException(
                    file.where(node) + ": input.fields takes keys and values: {html: body, url: link}");
        }
        List<String> items = new ArrayList<>();
        for (NodeTuple pair : file.pairs(node)) {
            String meaning = FieldSetting.require(file.value(pair.getKeyNode()), file.where(pair.getKeyNode()));
            items.add(meaning + '=' + file.value(pair.getValueNode()));
        }
        return items;
    }
}
