package dev.colophon.extract;

import dev.colophon.extract.charset.DecodedText;
import dev.colophon.extract.charset.TextDecoder;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Capture;
import dev.colophon.model.Declared;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text as scrapers leave it: headline, summary, byline and date stand among the paragraphs, some of them
 * several times.
 */
final class TextReader {
    private static final int LOOKED_AT = 1 << 16;
    private static final int CONTROL_SHARE = 100;

    private final LineClassifier lines;
    private final int outputChars;

    TextReader(LineClassifier lines, int outputChars) {
        this.lines = lines;
        this.outputChars = outputChars;
    }

    /**
     * What the capture says.
     *
     * @param type its media type
     * @throws ExtractionException where its bytes are no text, or too much of it
     */
    Extraction extract(Capture capture, String type) throws ExtractionException {
        DecodedText decoded = TextDecoder.plain(capture.body(), capture.declaredType());
        requireText(decoded.text(), type);
        if (decoded.text().length() > outputChars) {
            String message = "at most " + outputChars + " characters were expected, this text has "
                    + decoded.text().length();
            throw new ExtractionException(RejectReason.LIMIT_SIZE, message, null);
        }
        return DocumentSize.text(decoded.text(), () -> read(capture, decoded, type));
    }

    private Extraction read(Capture capture, DecodedText decoded, String type) throws ExtractionException {
        boolean prose = MediaTypes.isProse(type);
        DumpHeader header = DumpHeader.of(lines, prose ? decoded.text() : "");
        List<Paragraphs.Paragraph> paragraphs = prose ? header.paragraphs() : Paragraphs.of(decoded.text());
        String declared = title(capture);
        String title = declared == null ? header.field(DumpLabels.Field.TITLE) : declared;
        if (paragraphs.isEmpty()) {
            throw new ExtractionException(RejectReason.EMPTY, "text was expected, only white space was found", null);
        }
        TextDump dump = new TextDump(lines, paragraphs, prose, title);
        if (saysNothing(dump)) {
            throw new ExtractionException(RejectReason.EMPTY, "text was expected, only marks were found", null);
        }
        return new Extraction(
                type,
                decoded.charset().name(),
                dump.headline(),
                dump.blocks(),
                header.field(DumpLabels.Field.LANGUAGE),
                header.field(DumpLabels.Field.SOURCE),
                header.field(DumpLabels.Field.URL),
                null,
                List.of(),
                null,
                null,
                dump.dates(),
                dump.names());
    }

    private static boolean saysNothing(TextDump dump) {
        return dump.headline().title() == null
                && dump.dates().isEmpty()
                && dump.names().isEmpty()
                && dump.blocks().stream().noneMatch(block -> block.kind() == BlockKind.BODY);
    }

    /** The title that the dump's record states; null where there is none. */
    static @Nullable String title(Capture capture) {
        Declared declared = capture.declared();
        return declared == null ? null : declared.headline().title();
    }

    static void requireText(String text, String type) throws ExtractionException {
        int looked = Math.min(text.length(), LOOKED_AT);
        int controls = 0;
        for (int i = 0; i < looked; i++) {
            controls += isControl(text.charAt(i)) ? 1 : 0;
        }
        if (controls * CONTROL_SHARE > looked) {
            String message = type + " was expected, found " + controls
                    + " control or undecodable characters in the first " + looked;
            throw new ExtractionException(RejectReason.NOT_TEXT, message, null);
        }
    }

    private static boolean isControl(char unit) {
        boolean layout = (unit >= '\t' && unit <= '\r') || unit == 0x1B || unit == 0x1A || unit == 0x85;
        return unit == 0xFFFD || (!layout && (unit < ' ' || (unit >= 0x7F && unit < 0xA0)));
    }
}
