package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The ferry leaves earlier.|The ferry leaves earlier.",
                "La Polic&iacute;a inform&amp;oacute; hoy|La Policía informó hoy",
                "<p>A mill in <strong>April</strong></p>|A mill in April",
                "&lt;p&gt;Twice&lt;/p&gt; told|Twice told",
                "[vc_row type=`full` margin=`0`][vc_column]The garden[/vc_column][/vc_row]|The garden",
                "Call us at [phone loc=1] today|Call us at today",
                "[caption id=`a` width=`300`]The mill[/caption] turns|The mill turns",
                "The school opens [gallery ids=`1,2,3|The school opens",
                "[Update] The school opens […]|[Update] The school opens […]",
                "The minister [of health] said [sic] it|The minister [of health] said [sic] it",
                "x[i] = y[i] + 1 in C|x[i] = y[i] + 1 in C",
                "[ খবর ] আজ [x=1]|[ খবর ] আজ [x=1]",
            })
    void asPeopleReadIt(String stated, String read) {
        assertThat(Descriptions.of(List.of(stated))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "...", "undefined", "Visit the post for more.", "[gallery ids='1,2']", "<br>", "2019-20"})
    void whatSaysNothingGivesWayToTheNext(String stated) {
        assertThat(Descriptions.of(List.of(stated))).isNull();
        assertThat(Descriptions.of(List.of(stated, "The mill turns again."))).isEqualTo("The mill turns again.");
    }

    @Test
    void manyBracketsCostLittle() {
        String text = "[a ".repeat(200_000) + "=";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Descriptions.of(List.of(text)));
    }
}
