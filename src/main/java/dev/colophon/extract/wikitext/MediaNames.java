package dev.colophon.extract.wikitext;

import java.util.Locale;
import java.util.Set;

/** Tells links to pictures and recordings by what their names end in, since every language names their namespace itself. */
final class MediaNames {
    /** What Wikimedia Commons takes: https://commons.wikimedia.org/wiki/Commons:File_types */
    private static final Set<String> EXTENSIONS = Set.of(
            "jpg", "jpeg", "png", "gif", "svg", "tif", "tiff", "webp", "xcf", "djvu", "pdf", "ogg", "oga", "ogv",
            "opus", "wav", "mp3", "flac", "mid", "webm", "mpg", "mpeg", "stl");

    private MediaNames() {}

    /** Whether a link with a namespace leads to a file: {@code Datei:Rom.jpg}. */
    static boolean isMedia(String target) {
        int dot = target.lastIndexOf('.');
        return dot > 0
                && target.indexOf(':') > 0
                && EXTENSIONS.contains(target.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
