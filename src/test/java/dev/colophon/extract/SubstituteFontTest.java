package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.Test;

class SubstituteFontTest {
    /** Two words, the second of which begins where the first would end in a wide font, but not in a narrow one. */
    private static final String PAGE = """
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources
            <</Font <</F1 <</Type /Font /Subtype /TrueType /BaseFont /DejaVuSans /Encoding /WinAnsiEncoding>>>>>>>> endobj
            4 0 obj <</Length 52>> stream
            BT /F1 20 Tf 20 50 Td (will) Tj 32 0 Td (fill) Tj ET
            endstream endobj
            trailer <</Root 1 0 R>>
            """;

    @Test
    void aPdfWithoutItsFontsReadsAlikeWhateverFontsTheMachineHas() throws Exception {
        WorkerRequest request =
                new WorkerRequest("application/pdf", "a.pdf", "", PAGE.getBytes(StandardCharsets.US_ASCII));

        WorkerReply reply = new TikaParse(1000).parse(request);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        WorkerReply.Parsed.class,
                        parsed -> assertThat(parsed.passages())
                                .extracting(Passage::text)
                                .isEqualTo(List.of("will fill")));
        FontMapper mapper = FontMappers.instance();
        assertThat(mapper.getTrueTypeFont("DejaVuSans", null).getFont().getName())
                .isEqualTo("LiberationSans");
        assertThat(mapper.getFontBoxFont("Helvetica", null).getFont().getName()).isEqualTo("LiberationSans");
        assertThat(mapper.getCIDFont("SimSun", null, null).getTrueTypeFont().getName())
                .isEqualTo("LiberationSans");
    }
}
