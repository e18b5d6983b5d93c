package dev.colophon.byline;

import dev.colophon.byline.BylineInterpreter.Decision;
import dev.colophon.fuzz.Check;
import dev.colophon.fuzz.Letters;
import dev.colophon.fuzz.Work;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.Contributor;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Any lines as what a page says of its authors: nobody is named whose letters no claim holds. */
public final class BylineTarget {
    private static final List<String> LANGUAGES =
            List.of("en", "de", "es", "ru", "bn", "hi", "ar", "fa", "th", "ja", "zh", "vi");
    private static final BylineInterpreter INTERPRETER = new BylineInterpreter();

    private static final Work WORK = new Work(32 << 20, 40_000);

    private BylineTarget() {}

    /** Reads one input, whose first byte chooses the page's language; each further line is one claim. */
    public static void fuzzerTestOneInput(byte[] input) {
        int choice = input.length == 0 ? 0 : input[0] & 0xff;
        String text =
                new String(input, Math.min(1, input.length), Math.max(0, input.length - 1), StandardCharsets.UTF_8);
        DocumentContext context = new DocumentContext(
                null, null, null, null, LANGUAGES.get(choice % LANGUAGES.size()), "A title", "The Courier", null);
        List<NameClaim> claims = claims(text, choice);
        Decision decision = WORK.of(input.length, () -> INTERPRETER.interpret(context, claims));
        for (NameClaim claim : claims) {
            BylineInterpreter.isBylineLine(claim.raw());
            BylineInterpreter.isNameLine(claim.raw());
        }
        Check.same(decision, INTERPRETER.interpret(context, claims));
        decision.credits().contributors().forEach(who -> stands(who, text));
    }

    private static List<NameClaim> claims(String text, int choice) {
        ClaimSource[] sources = ClaimSource.values();
        List<NameClaim> claims = new ArrayList<>();
        for (String line : text.lines().limit(40).toList()) {
            int order = claims.size();
            ClaimSource source = sources[(line.length() + order + choice) % sources.length];
            Role role = (line.length() + choice) % 3 == 0 ? Role.AUTHOR : null;
            Region region = Region.values()[line.length() % Region.values().length];
            claims.add(new NameClaim(role, line, source, "p", region, order, null, null));
        }
        return claims;
    }

    private static void stands(Contributor who, String text) {
        Check.that(!who.name().isBlank(), "a name without letters: " + who);
        Check.printable("a name", who.name());
        Check.that(Letters.inOrder(Letters.of(who.nameRaw()), Letters.of(text)), who + " stands nowhere in " + text);
        Check.that(who.confidence() >= 0 && who.confidence() <= 1, "confidence of " + who);
    }
}
