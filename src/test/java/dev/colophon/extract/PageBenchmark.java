package dev.colophon.extract;

import dev.colophon.extract.charset.TextDecoder;
import dev.colophon.extract.metadata.PageFlow;
import dev.colophon.extract.metadata.PageMetadataReader;
import dev.colophon.extract.page.BlockModel;
import dev.colophon.extract.page.MainText;
import dev.colophon.extract.page.MainTextFinder;
import dev.colophon.model.Capture;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.Origin;
import dev.colophon.pipeline.DocumentPipeline;
import dev.colophon.pipeline.MetadataLines;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.TextSelection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Measures what each step of reading a page costs: CPU time of one thread, the median of several rounds, and its ratio to
 * jsoup's parse of the same pages in the same rounds.
 *
 * <p>{@code mvn -Pbench -Dbench.pages=DIR test-compile exec:exec}, where DIR holds {@code *.html.gz} at any depth. In each
 * round every page passes all steps in turn, so that a busy machine slows all of them alike.
 */
final class PageBenchmark {
    private static final String ADDRESS = "https://news.example/story";
    private static final String PARSE = "jsoup's parse";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final LineClassifier LINES = new MetadataLines();

    /** One page on its way; each step leaves here what the next ones need. */
    private static final class Page {
        final byte[] gzip;
        Capture capture;
        String html;
        Document document;
        PageFlow flow;
        Headlines headlines;
        MainText main;

        Page(byte[] gzip) {
            this.gzip = gzip;
        }
    }

    /** A step; what it throws ends the run. */
    private interface Step {
        /** Returns something that depends on all the work, so that none is optimised away. */
        Object of(Page page) throws Exception;
    }

    private final Map<String, Step> steps = new LinkedHashMap<>();
    /** Nanoseconds by step and round. */
    private final Map<String, long[]> spent = new LinkedHashMap<>();

    private int sink;

    private PageBenchmark(DocumentExtractor extractor, DocumentPipeline pipeline) {
        MainTextFinder texts = new MainTextFinder(LINES, BlockModel.shipped());
        PageMetadataReader metadata = new PageMetadataReader(LINES);
        steps.put("gunzip", page -> page.capture = capture(gunzip(page.gzip)));
        steps.put("type", page -> MediaTypes.detect(page.capture));
        steps.put(
                "charset",
                page -> page.html =
                        TextDecoder.page(page.capture.body(), "text/html").text());
        steps.put(PARSE, page -> page.document = Parser.htmlParser().parseInput(page.html, ADDRESS));
        steps.put("outline, lines, marks", page -> page.flow = PageFlow.of(page.document));
        steps.put(
                "headline", page -> page.headlines = new Headlines(page.flow.pageHead(), page.flow.outline(), ADDRESS));
        steps.put(
                "main text",
                page -> page.main = texts.find(
                        page.flow.outline(), ArticleReader.hints(page.flow.pageHead(), page.headlines, ADDRESS), null));
        steps.put("metadata", page -> metadata.read(page.flow, page.main.element(), page.headlines.element()));
        steps.put("all of extraction", page -> extract(extractor, page));
        steps.put("whole pipeline", page -> pipeline.process(page.capture));
    }

    /** A page that is refused costs as much as one that is not. */
    private static Object extract(DocumentExtractor extractor, Page page) {
        try {
            return extractor.extract(page.capture);
        } catch (ExtractionException refused) {
            return refused.reason();
        }
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        List<Page> pages = pages(Path.of(args[0]));
        Path temporary = Files.createTempDirectory("colophon");
        ExtractLimits limits = new ExtractLimits(Duration.ofSeconds(30), 512L << 20, 1, 20_000_000, 200, temporary);
        try (DocumentExtractor extractor = new DocumentExtractor(LINES, limits, BlockModel.shipped());
                DocumentPipeline pipeline =
                        new DocumentPipeline(new PipelineSettings(limits, TextSelection.BODY, Publishers.NONE, null))) {
            PageBenchmark benchmark = new PageBenchmark(extractor, pipeline);
            benchmark.run(pages, rounds);
            benchmark.print(pages);
        }
    }

    private static List<Page> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html.gz"))
                    .sorted()
                    .map(PageBenchmark::page)
                    .toList();
        }
    }

    private static Page page(Path file) {
        try {
            return new Page(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] gunzip(byte[] gzip) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    private static Capture capture(byte[] body) {
        Origin origin = Origin.ofFile("story.html", body.length);
        return new Capture(origin, ADDRESS, null, "text/html", null, 200, null, body);
    }

    /** The first rounds warm up: the JVM compiles what runs often. */
    private void run(List<Page> pages, int rounds) throws Exception {
        int warmUp = Math.max(3, 1_000 / Math.max(1, pages.size()));
        steps.keySet().forEach(name -> spent.put(name, new long[rounds]));
        for (int round = -warmUp; round < rounds; round++) {
            for (Page page : pages) {
                for (Map.Entry<String, Step> step : steps.entrySet()) {
                    long start = THREADS.getCurrentThreadCpuTime();
                    sink += System.identityHashCode(step.getValue().of(page));
                    long end = THREADS.getCurrentThreadCpuTime();
                    spent.get(step.getKey())[Math.max(0, round)] += round < 0 ? 0 : end - start;
                }
            }
        }
    }

    private void print(List<Page> pages) {
        long bytes =
                pages.stream().mapToLong(page -> page.capture.body().length).sum();
        System.out.printf(
                Locale.ROOT,
                "%d pages of %d KB on average, median of %d rounds (%x)%n%-22s%12s%12s%n",
                pages.size(),
                bytes / Math.max(1, pages.size()) / 1024,
                spent.get(PARSE).length,
                sink,
                "CPU time",
                "ms a page",
                "of a parse");
        spent.forEach((name, rounds) -> print(name, rounds, pages.size()));
        print("interpretation", difference("whole pipeline", "all of extraction"), pages.size());
    }

    private long[] difference(String whole, String part) {
        long[] difference = spent.get(whole).clone();
        Arrays.setAll(difference, round -> difference[round] - spent.get(part)[round]);
        return difference;
    }

    private void print(String name, long[] rounds, int pages) {
        long[] parse = spent.get(PARSE);
        double[] milliseconds =
                Arrays.stream(rounds).mapToDouble(nanos -> nanos / 1e6 / pages).toArray();
        double[] ratios = new double[rounds.length];
        Arrays.setAll(ratios, round -> (double) rounds[round] / parse[round]);
        System.out.printf(Locale.ROOT, "%-22s%12.3f%12.2f%n", name, median(milliseconds), median(ratios));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
