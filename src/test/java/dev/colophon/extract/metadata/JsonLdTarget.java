package dev.colophon.extract.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.fuzz.Check;
import dev.colophon.fuzz.Work;
import dev.colophon.model.DateClaim;
import dev.colophon.model.NameClaim;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Any text as JSON-LD: something is read of it, and of sound JSON what a strict reader reads. */
public final class JsonLdTarget {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final Work WORK = new Work(1 << 20, 10_000);

    private JsonLdTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String json = new String(input, StandardCharsets.UTF_8);
        List<JsonNode> values = WORK.of(input.length, () -> LenientJson.read(json));
        WORK.of(input.length, () -> facts(json));
        Check.same(values, LenientJson.read(json));
        Check.same(facts(json), facts(json));
        JsonNode strict = strict(json);
        if (strict != null) {
            Check.that(values.size() == 1, "one value, read as " + values);
            same(strict, values.get(0));
        }
    }

    private static List<Object> facts(String json) {
        PageFacts facts = new PageFacts();
        JsonLdReader.read(List.of(json), "https://kurier.example/a", List.of("A title of a page"), facts);
        List<DateClaim> dates = new ArrayList<>();
        List<NameClaim> names = new ArrayList<>();
        facts.claims(dates, names);
        return List.of(dates, names);
    }

    /** The value of sound JSON, an object or array; null for other text. */
    private static JsonNode strict(String json) {
        try {
            JsonNode value = STRICT.readTree(json);
            return value.isContainerNode() && depth(value) <= 60 ? value : null;
        } catch (JsonProcessingException broken) {
            return null;
        }
    }

    private static int depth(JsonNode value) {
        int deepest = 0;
        for (JsonNode inner : value) {
            deepest = Math.max(deepest, depth(inner));
        }
        return 1 + deepest;
    }

    /** Both say the same; the lenient reader keeps numbers as they are written, and makes breaks and spaces of controls. */
    private static void same(JsonNode strict, JsonNode read) {
        if (strict.isNumber()) {
            Check.that(read.isTextual() && isNumber(read.asText()), "the number " + strict + ", read as " + read);
        } else if (strict.isTextual()) {
            Check.same(spaces(strict.asText()), spaces(read.asText()));
        } else if (strict.isObject()) {
            Check.same(names(strict), names(read));
            strict.fields().forEachRemaining(field -> same(field.getValue(), read.get(spaces(field.getKey()))));
        } else if (strict.isArray()) {
            Check.that(read.isArray() && read.size() == strict.size(), strict + ", read as " + read);
            for (int i = 0; i < strict.size(); i++) {
                same(strict.get(i), read.get(i));
            }
        } else {
            Check.same(strict, read);
        }
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(unit -> "+-.eE0123456789".indexOf(unit) >= 0);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> names.add(spaces(name)));
        return names;
    }

    private static String spaces(String text) {
        return text.replace('\r', '\n').replace('\b', ' ').replace('\f', ' ');
    }
}
