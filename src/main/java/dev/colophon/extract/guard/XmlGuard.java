package dev.colophon.extract.guard;

import dev.colophon.model.RejectReason;
import org.jspecify.annotations.Nullable;

/** Counts how deeply the elements of an XML document are nested. */
final class XmlGuard {
    private static final int DEEPEST = 1_000;

    private XmlGuard() {}

    static Guard.@Nullable Refusal refusal(byte[] body) {
        int depth = 0;
        for (int at = 0; at + 1 < body.length; at++) {
            if (body[at] == '<' && body[at + 1] == '!') {
                at = endOfDeclaration(body, at);
            } else if (body[at] == '<') {
                depth += body[at + 1] == '/' ? -1 : isName(body[at + 1]) ? 1 : 0;
            } else if (body[at] == '/' && body[at + 1] == '>') {
                depth--;
            }
            if (depth > DEEPEST) {
                String message = "elements nested more than " + DEEPEST + " deep, at byte " + at;
                return new Guard.Refusal(RejectReason.LIMIT_DEPTH, message);
            }
        }
        return null;
    }

    /** Of a comment or of character data, in which markup is none; of another declaration the place itself. */
    private static int endOfDeclaration(byte[] body, int at) {
        if (startsWith(body, at, "<!--")) {
            return end(body, at + 4, "-->");
        }
        return startsWith(body, at, "<![CDATA[") ? end(body, at + 9, "]]>") : at;
    }

    private static int end(byte[] body, int from, String mark) {
        for (int at = from; at < body.length; at++) {
            if (body[at] == mark.charAt(0) && startsWith(body, at, mark)) {
                return at + mark.length() - 1;
            }
        }
        return body.length;
    }

    private static boolean startsWith(byte[] body, int at, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (at + i >= body.length || body[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(byte unit) {
        return unit < 0 || Character.isLetter(unit) || unit == '_' || unit == ':';
    }
}
