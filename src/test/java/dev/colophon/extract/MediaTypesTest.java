package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
    private static String type(String body, String name, String declared) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Origin origin = Origin.ofFile(name, bytes.length);
        return MediaTypes.detect(new Capture(origin, null, null, declared, null, null, null, bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html lang=en><p>Geese",
                "<!doctype html>\n<!-- early -->\n<html><p>Geese",
                "\n\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"xhtml1-strict.dtd\">\n<html><p>Geese",
                "\uFEFF<!DOCTYPE html>\n<html>",
                "<html><p>Geese",
                "<html lang=en><p>Geese",
                "<head><title>Geese</title>",
                "<!DocType HTML><p>Geese",
            })
    void tellsAPageByItsStartWhateverItIsCalled(String body) {
        assertThat(type(body, "geese", null)).isEqualTo("text/html");
        assertThat(type(body, "geese.txt", "text/plain")).isEqualTo("text/html");
        assertThat(type(body, "geese.html", "text/html; charset=utf-8")).isEqualTo("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "'<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>', image/svg+xml",
        "'%PDF-1.4 <html>', application/pdf",
        "'Geese on the shore, no tag at all', text/plain",
    })
    void leavesTheRestToTika(String body, String type) {
        assertThat(type(body, "geese", null)).isEqualTo(type);
    }

    @Test
    void theTextOfAPageIsNoPageWhateverItsAddressSays() {
        byte[] text = "Home\nNews\nGeese on the shore".getBytes(StandardCharsets.UTF_8);
        Origin record = new Origin("a.warc.wet.gz", null, 0, 1, "urn:uuid:1", 0, 0);
        String url = "https://kurier.example/geese.html";
        assertThat(MediaTypes.detect(new Capture(record, url, null, "text/plain", null, null, null, text)))
                .isEqualTo("text/plain");
        byte[] part = "Some <b>geese</b> on the shore".getBytes(StandardCharsets.UTF_8);
        assertThat(MediaTypes.detect(new Capture(record, url, null, "text/plain", null, null, null, part)))
                .isEqualTo("text/html");
        byte[] page = "<p>Geese".getBytes(StandardCharsets.UTF_8);
        assertThat(MediaTypes.detect(new Capture(record, url, null, "text/plain", null, null, null, page)))
                .isEqualTo("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- $Id: geese,v 1.2 $ -->\n\n<h1>Geese</h1><p>One<br>two & three",
                "<!--{\n \"Title\": \"Geese\"\n}-->\n<h2 id=\"x\">Geese</h2>\n<p>One<p>two",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<p>One<p>two",
                "<?xml version=\"1.0\"?><!-- a --><!-- b --><title>Geese &bdquo;fly&ldquo;</title><h1>Geese</h1>",
                "<!-- a -->\n<title>Geese</title>\n<p>One<p>two",
                "<!-- a --><article><p>One<p>two</article>",
                "<?xml version=\"1.0\"?><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One</p></div>",
                "<?xml version=\"1.0\"?><h4>Geese</h4><p>One<p>two",
            })
    void tellsAPageThatBeginsAsXmlDoes(String body) {
        assertThat(type(body, "geese.html", null)).isEqualTo("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>",
                "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>"
            })
    void aListOfAddressesForSearchEnginesIsNoDocument(String body) {
        assertThat(MediaTypes.refusal(type(body, "sitemap.xml", "text/xml"))).contains("sitemaps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><p:geese xmlns:p=\"urn:geese\"><p:p>One</p:p></p:geese>",
                "<?xml version=\"1.0\"?><!-- <h1> --><geese><h1>One</h1></geese>",
                "<?xml version=\"1.0\"?><article><title/><body><p>One</p></body></article>",
                "<?xml version=\"1.0\"?><article><front/><body><sec><title>Two</title><p>One</p></sec></body></article>",
                "<?xml version=\"1.0\"?><section><title>Geese</title><para>One</para></section>",
                "<?xml version=\"1.0\"?><title>Geese</title>",
                "<?xml version=\"1.0\"?><table><row>One</row></table>",
                "<?xml version=\"1.0\"?><a>One</a>",
                "<?xml version=\"1.0\"?><span>One</span>",
                "<?xml version=\"1.0\"?><article xmlns='http://docbook.org/ns/docbook'><p>One</p></article>",
                "<?xml version=\"1.0\"?><div xmlns='http://www.tei-c.org/ns/1.0'><p>One</p></div>",
                "<?xml version=\"1.0\"?><div><title/><p>One</p></div>",
                "<?xml version=\"1.0\"?><div><script src='a.js'/><p>One</p></div>",
                "<a><a><a>x</a></a></a>",
            })
    void otherXmlIsNoPage(String body) {
        assertThat(type(body, "geese.xml", null)).isEqualTo("application/xml");
    }
}
