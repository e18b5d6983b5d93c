package dev.colophon.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a job file; every error names the file and the line. */
final class JobFile {
    private final Path file;
    private final SettingValues values;

    private JobFile(Path file, SettingValues values) {
        this.file = file;
        this.values = values;
    }

    /** Puts the file's values into {@code values}. */
    static void read(Path file, SettingValues values) {
        Node root = compose(file);
        if (root != null) {
            new JobFile(file, values).walk("", root);
        }
    }

    /** The node tree of a YAML file; null where the file is empty. */
    static @Nullable Node compose(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(in);
        } catch (MarkedYAMLException fault) {
            int line =
                    fault.getProblemMark() == null ? 1 : fault.getProblemMark().getLine() + 1;
            throw new UsageException(file + ", line " + line + ": " + fault.getProblem());
        } catch (ReaderException fault) {
            throw new UsageException(file + ": expected text, found the character U+"
                    + Integer.toHexString(fault.getCodePoint()) + " at position " + fault.getPosition());
        } catch (YAMLException fault) { // bytes that are no UTF-8, too many levels or aliases
            throw new UsageException(file + ": cannot be read as YAML in UTF-8: " + fault.getMessage());
        } catch (IOException fault) {
            throw new UsageException(file + ": cannot be read: " + fault.getMessage());
        }
    }

    private void walk(String prefix, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new UsageException(where(node) + ": expected keys and values");
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = prefix + scalar(pair.getKeyNode());
            if (pair.getValueNode() instanceof MappingNode && isGroup(key)) {
                walk(key + ".", pair.getValueNode());
            } else {
                Setting setting = Setting.ofKey(key, where(pair.getKeyNode()));
                values.put(setting, items(setting, pair.getValueNode()), where(pair.getValueNode()));
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
                throw new UsageException(where(node) + ": " + setting.key() + " takes one value, not a list");
            }
            List<String> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(scalar(item));
            }
            return items;
        }
        return List.of(scalar(node));
    }

    /** {@code {html: body}} as {@code html=body}. */
    private List<String> fields(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new UsageException(where(node) + ": input.fields takes keys and values: {html: body, url: link}");
        }
        List<String> items = new ArrayList<>();
        for (NodeTuple pair : mapping.getValue()) {
            String meaning = FieldSetting.require(scalar(pair.getKeyNode()), where(pair.getKeyNode()));
            items.add(meaning + '=' + scalar(pair.getValueNode()));
        }
        return items;
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new UsageException(where(node) + ": expected a single value");
    }

    private String where(Node node) {
        return file + ", line " + (node.getStartMark().getLine() + 1);
    }
}
