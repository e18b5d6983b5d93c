package dev.colophon.source.mail;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;

/**
 * A mail box: messages one behind the other, a line that begins with {@code From } in front of each.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4155">RFC 4155</a>
 */
public final class MboxFormat implements Format {
    private static final int LONGEST_LINE = 1_000;

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return beginsMessage(bytes);
    }

    /** Whether a separator begins here: such a line with a time in it, and a header's first line behind it. */
    static boolean beginsMessage(ByteWindow bytes) throws IOException {
        if (!bytes.startsWith(0, "From ")) {
            return false;
        }
        ByteSlice head = bytes.slice(0, bytes.ensure(2 * LONGEST_LINE));
        boolean time = false;
        for (int i = 6; i + 1 < head.length() && i < LONGEST_LINE; i++) {
            byte unit = head.at(i);
            time |= unit == ':' && isDigit(head.at(i - 1)) && isDigit(head.at(i + 1));
            if (unit == '\n') {
                ByteSlice next = head.from(i + 1);
                return time && (endsInYear(head.to(i)) || MailHead.nameLength(next) > 0);
            }
        }
        return false;
    }

    /** {@code … Mon Jun 01 10:00:00 2009}. */
    private static boolean endsInYear(ByteSlice line) {
        int end = line.length();
        while (end > 0 && line.at(end - 1) <= ' ') {
            end--;
        }
        int digits = 0;
        while (digits < end && isDigit(line.at(end - 1 - digits))) {
            digits++;
        }
        return digits == 4 && line.at(end - 5) == ' ';
    }

    private static boolean isDigit(byte unit) {
        return unit >= '0' && unit <= '9';
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        return new MboxItems(place, bytes);
    }
}
