package dev.colophon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of small pages for tests of the job. */
final class Dumps {
    private static final String[] PLACES = {"Aurich", "Borkum", "Celle", "Dorum", "Emden"};

    private Dumps() {}

    /** Writes {@code batches} folders of {@code pages} pages each, some of them broken. */
    static Path write(Path folder, int batches, int pages) throws IOException {
        for (int batch = 0; batch < batches; batch++) {
            Path day = Files.createDirectories(folder.resolve("2026-11-0" + (batch + 1)));
            for (int page = 0; page < pages; page++) {
                Files.writeString(day.resolve("page-" + page + ".html"), page(batch, page));
            }
            Files.writeString(day.resolve("empty.html"), "");
            Files.writeString(
                    day.resolve("dump.txt"),
                    "A harbour wakes early\n\n| Edited By: Jonna Harms\n\nNov 0" + (batch + 1) + ", 2026 | 11:45 PM\n\n"
                            + "The first boats leave the harbour long before the sun is up, and those who mend the nets on"
                            + " the quay have been at work for an hour by then, talking little.\n");
        }
        return folder;
    }

    private static String page(int batch, int page) {
        String place = PLACES[page % PLACES.length];
        return "<html lang=en><head><title>Tide table for " + place + " " + page + " - Coast Herald</title>"
                + "<link rel=canonical href='https://herald.example/" + batch + "/" + page + "'>"
                + "<meta property=article:published_time content='2026-11-0" + (batch + 1) + "T0" + page % 10
                + ":15:00+01:00'><meta name=author content='Imke Behrends'></head><body><nav><a href=/>Home</a></nav><article><h1>"
                + "Tide table for " + place + " " + page + "</h1><p>The water stands high at " + place
                + " in the morning, and the ferry leaves a quarter of an hour earlier than it did last week, because the"
                + " channel has silted up once more.</p><p>Number " + page
                + " of the series describes what the harbour master"
                + " of " + place
                + " has written down, day after day, for longer than anybody can remember.</p></article>"
                + "<footer>Copyright Coast Herald</footer></body></html>";
    }
}
