package dev.colophon.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A YAML file that people write. What cannot be read as it is asked for is a {@link UsageException} that names the file and the
 * line.
 */
record YamlFile(Path path) {
    /** The root of its nodes; null where the file is empty. */
    @Nullable
    Node root() {
        try (Reader in = Files.newBufferedReader(path)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(in);
        } catch (MarkedYAMLException fault) {
            int line =
                    fault.getProblemMark() == null ? 1 : fault.getProblemMark().getLine() + 1;
            throw new UsageException(path + ", line " + line + ": " + fault.getProblem());
        } catch (ReaderException fault) {
            throw new UsageException(path + ": expected text, found the character U+"
                    + Integer.toHexString(fault.getCodePoint()) + " at position " + fault.getPosition());
        } catch (YAMLException fault) { // bytes that are no UTF-8, too many levels or aliases
            throw new UsageException(path + ": cannot be read as YAML in UTF-8: " + fault.getMessage());
        } catch (IOException fault) {
            throw unreadable(path, fault);
        }
    }

    /** What is said of a file or folder that cannot be read; the system names no more than the path where it denies it. */
    static UsageException unreadable(Path path, IOException fault) {
        String why = fault instanceof AccessDeniedException ? "permission denied" : fault.getMessage();
        return new UsageException(path + ": cannot be read: " + why);
    }

    /** Where a node stands, for people: {@code jobs/nightly.yaml, line 4}. */
    String where(Node node) {
        return path + ", line " + (node.getStartMark().getLine() + 1);
    }

    /** The keys of a node with their values, in order; no key is there twice. */
    List<NodeTuple> pairs(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new UsageException(where(node) + ": expected keys and values");
        }
        Set<String> keys = new HashSet<>();
        for (NodeTuple pair : mapping.getValue()) {
            String key = value(pair.getKeyNode());
            if (!keys.add(key)) {
                throw new UsageException(
                        where(pair.getKeyNode()) + ": the key '" + key + "' is there twice; put both under one");
            }
        }
        return mapping.getValue();
    }

    /** The text of a node that is a single value. */
    String value(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new UsageException(where(node) + ": expected a single value");
    }
}
