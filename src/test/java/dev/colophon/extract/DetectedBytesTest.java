package dev.colophon.extract;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.apache.tika.metadata.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectedBytesTest {
    @ParameterizedTest
    @CsvSource({
        "'<?xml?><!DOCTYPE a [<!ENTITY b \"c\">]><a/>', '<?xml?><!DOCTYPE a [               ]><a/>'",
        "'<!DOCTYPE a SYSTEM \"x[\" [<!ENTITY b \"]>\"> ] ><a/>', '<!DOCTYPE a SYSTEM \"x[\" [                 ] ><a/>'",
        "'<!DOCTYPE a [<!-- don''t ]> --><!E f>]><a/>', '<!DOCTYPE a [                       ]><a/>'",
        "'<?xml?><!DOCTYPE a [<!ENTITY b \"c', '<?xml?>                          '",
        "'<?xml?><!DOCTYPE a SYSTEM ''b', '<?xml?>                     '",
        "'<!DOCTYPE html><p>[a]>', '<!DOCTYPE html><p>[a]>'",
        "'a <!DOCTYPE a [b]>', 'a <!DOCTYPE a [b]>'",
        "'<<!<!DOCTYPE a[b]>', '<<!<!DOCTYPE a[ ]>'",
    })
    void leavesOutTheDeclarationsOfADocumentType(String body, String left) {
        assertThat(new String(DetectedBytes.of(body.getBytes(UTF_8)), UTF_8)).isEqualTo(left);
        assertThat(new String(DetectedBytes.of(body.getBytes(UTF_16BE)), UTF_16BE))
                .isEqualTo(left);
    }

    @Test
    void filesThatBreakOffAnywhereAreToldWithoutAWord() {
        String file = "<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" 'svg11.dtd' [\n"
                + "<!ENTITY b \"abc\"><!ENTITY % d SYSTEM 'e'><!-- note --><!ELEMENT f (g)*><!ATTLIST f h CDATA #IMPLIED>"
                + "<!NOTATION i SYSTEM 'j'><!ENTITY k ']>'>\n]>\n<svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>";
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            for (int length = 0; length <= file.length(); length++) {
                MediaTypes.ask(file.substring(0, length).getBytes(UTF_8), new Metadata());
                assertThat(said.toString(UTF_8)).as(file.substring(0, length)).isEmpty();
            }
        } finally {
            System.setErr(err);
        }
        assertThat(MediaTypes.ask(file.getBytes(UTF_8), new Metadata())).hasToString("image/svg+xml");
    }
}
