package dev.colophon.extract;

import dev.colophon.extract.charset.TextDecoder;
import dev.colophon.fuzz.Check;
import dev.colophon.fuzz.Letters;
import dev.colophon.fuzz.Work;
import dev.colophon.model.Block;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Any bytes as an HTML page: it is read or refused, and no block says what the page does not. */
public final class HtmlTarget {
    private static final Work WORK = new Work(64 << 20, 20_000);

    private HtmlTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        Extraction page = WORK.of(input.length, () -> read(input));
        if (page == null) {
            return;
        }
        Check.same(page, read(input));
        String shown = Letters.of(shown(input));
        for (Block block : page.blocks()) {
            Check.printable("a block", block.text());
            Check.that(
                    Letters.inOrder(Letters.of(block.text()), shown),
                    "the page does not hold the block " + block.text());
        }
        String title = page.headline().title();
        Check.printable("the title", title == null ? "" : title);
    }

    /** What the extractor makes of it; null where it refuses it. */
    private static Extraction read(byte[] input) {
        Capture capture = Pages.capture(input);
        try {
            Pages.READER.survey(capture);
            return Pages.READER.extract(capture);
        } catch (ExtractionException refused) {
            Check.that(!refused.getMessage().isBlank(), "refused without a word");
            return null;
        }
    }

    /** All that the page could say: its text, hidden or not, its scripts and its attributes. */
    private static String shown(byte[] input) {
        Document page = Jsoup.parse(TextDecoder.page(input, null).text());
        StringBuilder text = new StringBuilder(page.wholeText());
        page.getAllElements().forEach(element -> {
            text.append('\n').append(element.data());
            element.attributes().forEach(attribute -> text.append('\n').append(attribute.getValue()));
        });
        return text.toString();
    }
}
