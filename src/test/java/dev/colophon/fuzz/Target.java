package dev.colophon.fuzz;

import dev.colophon.byline.BylineTarget;
import dev.colophon.cli.JobFileTarget;
import dev.colophon.date.DateTarget;
import dev.colophon.extract.FictionBookTarget;
import dev.colophon.extract.HtmlTarget;
import dev.colophon.extract.MarkdownTarget;
import dev.colophon.extract.metadata.JsonLdTarget;
import dev.colophon.source.ContainerTarget;
import dev.colophon.source.JsonLinesTarget;
import java.nio.file.Path;
import java.util.Locale;

/** What is fuzzed. The inputs that a target begins with lie in {@code src/test/resources/fuzz/NAME}. */
enum Target {
    HTML(HtmlTarget.class, HtmlTarget::fuzzerTestOneInput),
    FICTION_BOOK(FictionBookTarget.class, FictionBookTarget::fuzzerTestOneInput),
    MARKDOWN(MarkdownTarget.class, MarkdownTarget::fuzzerTestOneInput),
    JSON_LD(JsonLdTarget.class, JsonLdTarget::fuzzerTestOneInput),
    DATE(DateTarget.class, DateTarget::fuzzerTestOneInput),
    BYLINE(BylineTarget.class, BylineTarget::fuzzerTestOneInput),
    WARC(ContainerTarget.class, ContainerTarget::fuzzerTestOneInput),
    ARCHIVE(ContainerTarget.class, ContainerTarget::fuzzerTestOneInput),
    JSON_LINES(JsonLinesTarget.class, JsonLinesTarget::fuzzerTestOneInput),
    JOB_FILE(JobFileTarget.class, JobFileTarget::fuzzerTestOneInput);

    /** Reads one input, and throws where what it gives breaks a promise. */
    interface Reading {
        void of(byte[] input) throws Exception;
    }

    private final Class<?> type;
    private final Reading reading;

    Target(Class<?> type, Reading reading) {
        this.type = type;
        this.reading = reading;
    }

    String className() {
        return type.getName();
    }

    Reading reading() {
        return reading;
    }

    /** {@code json-ld}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Path seeds() {
        return Path.of("src/test/resources/fuzz", label());
    }
}
