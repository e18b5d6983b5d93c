package dev.colophon.cli;

import dev.colophon.byline.people.Decisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Adds decisions to {@code config/editors.yaml} line by line, so that its comments stay. */
final class EditorsText {
    private final Path file;

    EditorsText(Path file) {
        this.file = file;
    }

    /**
     * Adds an item and replaces the file at once, where it is right with it.
     *
     * @param section {@code merges} or another key of the file
     * @param item its lines, the first without the dash
     * @return the decisions with it
     */
    Decisions add(String section, List<String> item) throws IOException {
        EditorsFile.read(file);
        List<String> lines = Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
        insert(lines, section, item);
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        // Made as files are, so that those may read it who may read others; and as the one that it replaces was.
        Path unfinished = folder.resolve(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
        try {
            Files.write(unfinished, lines, StandardCharsets.UTF_8);
            keepPermissions(target, unfinished);
            Decisions decisions = EditorsFile.read(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return decisions;
        } catch (AccessDeniedException denied) {
            throw new UsageException(file + ": cannot be written, permission denied in " + folder);
        } catch (UsageException fault) {
            throw new UsageException(String.valueOf(fault.getMessage()).replace(unfinished.toString(), file.toString())
                    + "; nothing was written");
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view =
                Files.exists(from) ? Files.getFileAttributeView(from, PosixFileAttributeView.class) : null;
        if (view != null) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private void insert(List<String> lines, String section, List<String> item) {
        Node root = Files.exists(file) ? new YamlFile(file).root() : null;
        NodeTuple pair = root instanceof MappingNode mapping ? pair(mapping, section) : null;
        if (pair == null) {
            lines.add(section + ":");
            lines.addAll(dashed(item, 2));
            return;
        }
        Node value = pair.getValueNode();
        int key = pair.getKeyNode().getStartMark().getLine();
        if (value instanceof SequenceNode list && !list.getValue().isEmpty()) {
            if (list.getFlowStyle() == FlowStyle.FLOW) {
                throw new UsageException(file + ", line " + (key + 1) + ": " + section
                        + ": expected items on lines that begin with '- ', found [ ]; write them so and try again");
            }
            lines.addAll(lastLine(list) + 1, dashed(item, list.getStartMark().getColumn()));
        } else {
            lines.set(key, withoutEmptyList(lines.get(key)));
            lines.addAll(key + 1, dashed(item, 2));
        }
    }

    private static @Nullable NodeTuple pair(MappingNode mapping, String section) {
        return mapping.getValue().stream()
                .filter(pair -> pair.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(section))
                .findFirst()
                .orElse(null);
    }

    private static String withoutEmptyList(String line) {
        int from = line.indexOf('[');
        int to = line.indexOf(']');
        int comment = line.indexOf('#');
        boolean list = from >= 0 && to > from && (comment < 0 || to < comment);
        return list ? (line.substring(0, from).stripTrailing() + line.substring(to + 1)) : line;
    }

    /** The line of a node's last character; a block's own end mark stands behind the comments that follow it. */
    private static int lastLine(Node node) {
        boolean block = node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() != FlowStyle.FLOW
                && !collection.getValue().isEmpty();
        if (!block) {
            return node.getEndMark().getLine();
        }
        List<?> children = ((CollectionNode<?>) node).getValue();
        Object last = children.get(children.size() - 1);
        return last instanceof NodeTuple pair ? lastLine(pair.getValueNode()) : lastLine((Node) last);
    }

    private static List<String> dashed(List<String> item, int indent) {
        List<String> lines = new ArrayList<>();
        for (String line : item) {
            lines.add(" ".repeat(indent) + (lines.isEmpty() ? "- " : "  ") + line);
        }
        return lines;
    }

    /** A value in quotes, as JSON has them. */
    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
