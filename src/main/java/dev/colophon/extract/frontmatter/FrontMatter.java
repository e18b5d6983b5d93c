package dev.colophon.extract.frontmatter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data above a Markdown text, and the text below it. Front matter is YAML between {@code ---} and {@code ---} or
 * {@code ...} (Jekyll, Pandoc), TOML between {@code +++} and {@code +++} or a JSON object (both Hugo). What is no mapping is
 * none, for {@code ---} is a rule too: the text then begins with it.
 *
 * @param values its values by their names: texts, lists, mappings; dates as they stand. Empty where there is none
 * @param text what follows it; the whole text where there is none
 * @see <a href="https://gohugo.io/content-management/front-matter/">Hugo: front matter</a>
 * @see <a href="https://pandoc.org/MANUAL.html#extension-yaml_metadata_block">Pandoc: metadata blocks</a>
 */
public record FrontMatter(Map<String, Object> values, String text) {
    /** What is longer is text. */
    private static final int LONGEST = 1 << 16;

    private static final Set<String> YAML_ENDS = Set.of("---", "...");
    private static final Set<String> TOML_END = Set.of("+++");

    public FrontMatter {
        values = Map.copyOf(values);
    }

    /** A part of a text between two lines. */
    private record Block(String content, String rest) {}

    /** Reads a text. Takes time linear in its first 64 KB. */
    public static FrontMatter of(String text) {
        String start = text.startsWith("\ufeff") ? text.substring(1) : text;
        FrontMatter found = null;
        if (line(start, 0).strip().equals("---")) {
            found = yaml(start);
        } else if (line(start, 0).strip().equals("+++")) {
            Block block = block(start, TOML_END);
            found = block == null ? null : of(TomlMapping.read(block.content()), block.rest());
        } else if (start.startsWith("{")) {
            found = json(start);
        }
        return found == null ? new FrontMatter(Map.of(), start) : found;
    }

    private static @Nullable FrontMatter of(@Nullable Map<String, Object> values, String text) {
        return values == null ? null : new FrontMatter(values, text);
    }

    private static @Nullable FrontMatter yaml(String text) {
        Block block = block(text, YAML_ENDS);
        if (block == null) {
            return null;
        }
        Map<String, Object> values = YamlMapping.read(block.content());
        if (values == null) {
            values = LooseMapping.read(block.content());
        }
        // A sentence with a colon between two rules reads as a mapping; a rule is followed by a blank line, data are
        // not.
        boolean certain = !line(block.content(), 0).isBlank() || (values != null && KnownFields.nameAny(values));
        return certain ? of(values, block.rest()) : null;
    }

    private static @Nullable FrontMatter json(String text) {
        JsonMapping.Read read = JsonMapping.read(text.substring(0, Math.min(text.length(), LONGEST)));
        boolean whole = read != null && line(text, read.end()).isBlank() && KnownFields.nameAny(read.values());
        return whole && read != null ? of(read.values(), text.substring(read.end())) : null;
    }

    /** What lies between the first line and the first of some lines; null where none follows soon enough. */
    private static @Nullable Block block(String text, Set<String> ends) {
        int from = next(text, 0);
        for (int at = from; at < text.length() && at < LONGEST; at = next(text, at)) {
            if (ends.contains(line(text, at).stripTrailing())) {
                return new Block(text.substring(from, at), text.substring(next(text, at)));
            }
        }
        return null;
    }

    private static String line(String text, int from) {
        int end = text.indexOf('\n', from);
        return text.substring(from, end < 0 ? text.length() : end);
    }

    private static int next(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /** The fields that are known, under the names that Tika gives them: {@code author → dc:creator}. */
    public Map<String, List<String>> fields() {
        return KnownFields.of(values);
    }
}
