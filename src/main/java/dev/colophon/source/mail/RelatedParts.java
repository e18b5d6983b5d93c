package dev.colophon.source.mail;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** The parts of multipart/related, read in order; only the root's content is kept. Not thread-safe. */
final class RelatedParts {
    private static final int LONGEST_HEADER = 64 << 10;
    private static final int MOST_HEADERS = 1_000;

    private final SourceLimits limits;
    private final Map<String, String> message = new HashMap<>();
    private final Map<String, String> part = new HashMap<>();
    private int depth;
    private int count;
    private int top;
    private @Nullable Root root;

    RelatedParts(SourceLimits limits) {
        this.limits = limits;
    }

    /**
     * The page.
     *
     * @param body its bytes, transfer encoding undone
     * @param type its Content-Type
     * @param location its Content-Location; null where it has none
     * @param named whether it is the part that the message names as its start
     * @param number its number among the parts
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Root(byte[] body, String type, @Nullable String location, boolean named, int number) {}

    @Nullable
    Root root() {
        return root;
    }

    /**
     * Whether the bytes end in the root or before it.
     *
     * @param boundaries how often they hold the boundary between parts
     */
    boolean isCut(int boundaries) {
        return boundaries <= top && (root == null || root.number() == count);
    }

    /** A field of the message's header by its name in lower case; null where there is none. */
    @Nullable
    String field(String name) {
        return message.get(name);
    }

    void read(InputStream in) throws IOException, MimeException {
        MimeConfig config = new MimeConfig.Builder()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxContentLen(-1)
                .build();
        MimeTokenStream tokens = new MimeTokenStream(config);
        tokens.parse(in);
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            take(state, tokens);
        }
    }

    private void take(EntityState state, MimeTokenStream tokens) throws IOException {
        switch (state) {
            case T_START_BODYPART -> {
                top += depth == 0 ? 1 : 0;
                depth++;
                if (depth > MailParts.DEEPEST) {
                    throw MailParts.tooDeep();
                }
                count++;
                part.clear();
            }
            case T_END_BODYPART -> depth--;
            case T_FIELD -> {
                Field field = tokens.getField();
                Map<String, String> fields = depth == 0 ? message : part;
                fields.putIfAbsent(
                        field.getName().toLowerCase(Locale.ROOT),
                        field.getBody().strip());
            }
            case T_BODY -> body(tokens);
            default -> {
                // Preambles, and where multiparts begin and end.
            }
        }
    }

    private void body(MimeTokenStream tokens) throws IOException {
        BodyDescriptor about = tokens.getBodyDescriptor();
        boolean named = isStart();
        boolean html =
                about.getMimeType().equals("text/html") || about.getMimeType().equals("application/xhtml+xml");
        if (!html || (root != null && (root.named() || !named))) {
            return;
        }
        byte[] body = tokens.getDecodedInputStream()
                .readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.documentBytes() + 1));
        if (body.length > limits.documentBytes()) {
            throw new BadInput(RejectReason.LIMIT_SIZE, "a page of more than " + limits.documentBytes() + " bytes");
        }
        String type = part.getOrDefault("content-type", about.getMimeType());
        root = new Root(body, type, part.get("content-location"), named, count);
    }

    /** Whether the message names this part as its root. */
    private boolean isStart() {
        String type = message.getOrDefault("content-type", "");
        String id = part.get("content-id");
        return id != null && type.contains("start=") && type.contains(SavedMail.withoutBrackets(id));
    }
}
