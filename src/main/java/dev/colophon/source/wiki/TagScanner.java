package dev.colophon.source.wiki;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds tags in XML whose text has its angle brackets escaped, as MediaWiki writes it, without parsing. */
final class TagScanner {
    private final ByteWindow bytes;

    TagScanner(ByteWindow bytes) {
        this.bytes = bytes;
    }

    /** What lies before a tag, as long as it fits. */
    static final class Passed {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final long limit;
        private boolean tooLong;

        Passed(long limit) {
            this.limit = limit;
        }

        void add(ByteSlice part) {
            tooLong |= content.size() + (long) part.length() > limit;
            if (!tooLong) {
                content.write(part.array(), part.offset(), part.length());
            }
        }

        boolean isTooLong() {
            return tooLong;
        }

        byte[] bytes() {
            return content.toByteArray();
        }
    }

    /** Goes on to the first of some tags; null where none follows. The tag itself is not consumed. */
    @Nullable
    String passTo(List<String> tags, Passed passed) throws IOException {
        while (bytes.ensure(1) > 0) {
            int bracket = 0;
            while (bracket < bytes.visible() && bytes.at(bracket) != '<') {
                bracket++;
            }
            take(bracket, passed);
            for (String tag : tags) {
                if (bytes.startsWith(0, tag)) {
                    return tag;
                }
            }
            take(Math.min(1, bytes.ensure(1)), passed);
        }
        return null;
    }

    /** Takes some visible bytes. */
    void take(int count, Passed passed) {
        passed.add(bytes.slice(0, count));
        bytes.consume(count);
    }
}
