package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.Contributor;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamesStayWholeTest {
    private static final List<String> FRAMES =
            List.of("By %s", "By %s | 5 June 2025", "Edited by %s", "Author: %s", "| Edited By: %s", "Foto: %s");

    private final BylineInterpreter interpreter = new BylineInterpreter();

    /** Every person's name of the table of bylines. */
    static List<String> names() {
        return TestLines.of("bylines.txt").stream()
                .map(row -> row.split(" ; ", 3)[2])
                .flatMap(all -> Arrays.stream(all.split(" \\| ")))
                .filter(one -> one.contains(" person "))
                .map(one -> one.substring(one.indexOf(" person ") + 8))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noLetterAndNoMarkOfANameIsLost(String name) {
        String decomposed = Normalizer2.getNFDInstance().normalize(name);
        for (String frame : FRAMES) {
            assertThat(read(null, frame.replace("%s", name), ClaimSource.MARKUP))
                    .as(frame)
                    .containsExactly(letters(name));
            assertThat(read(null, frame.replace("%s", decomposed), ClaimSource.MARKUP))
                    .as(frame)
                    .containsExactly(letters(name));
        }
        assertThat(read(Role.AUTHOR, name, ClaimSource.JSON_LD)).containsExactly(letters(name));
    }

    private List<String> read(@Nullable Role role, String raw, ClaimSource source) {
        NameClaim claim = new NameClaim(role, raw, source, "p.byline", Region.ARTICLE_HEADER, 0, null, null);
        DocumentContext context = new DocumentContext(null, null, null, null, null, null, null, null);
        return interpreter.interpret(context, List.of(claim)).credits().contributors().stream()
                .map(Contributor::name)
                .map(NamesStayWholeTest::letters)
                .toList();
    }

    private static String letters(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints()
                .filter(point -> UCharacter.isLetter(point) || NameFolding.isMark(point))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    @Test
    void foldingKeepsIndicVowelsAndDropsLatinAccents() {
        assertThat(NameFolding.fold("Bjørn  O’Neill-Šmíd")).isEqualTo("bjorn oneill smid");
        assertThat(NameFolding.fold("অভ্র চট্টোপাধ্যায়"))
                .isEqualTo(Normalizer2.getNFCInstance().normalize("অভ্র চট্টোপাধ্যায়"));
        assertThat(NameFolding.fold("Işıl İlker")).isEqualTo("isil ilker");
        assertThat(NameFolding.fold("Йосиф")).isEqualTo("йосиф");
    }
}
