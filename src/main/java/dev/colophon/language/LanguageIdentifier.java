package dev.colophon.language;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import dev.colophon.text.Scripts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the language of a text. The script decides where only one language of weight uses it, letters and letter
 * statistics elsewhere; what the document states breaks ties. Thread-safe and deterministic.
 */
public final class LanguageIdentifier {
    /** Letters that a language can be told from at all. */
    private static final int FEWEST_LETTERS = 12;

    /** Letters from which on statistics outweigh what the document states. */
    private static final int ENOUGH_LETTERS = 60;

    private static final String JAPANESE = "ja";
    private static final Set<String> CHINESE_FORMS = Set.of("Hans", "Hant");
    /** The part of a text from which on the rest may be what it quotes. */
    private static final double QUOTING = 0.25;
    /** The same of a language that is written in Latin letters too. */
    private static final double WRITING = 0.4;

    private static final double SURE = 0.99;
    private static final double UNSURE = 0.9;
    private static final double STATED = 0.5;

    /**
     * A language and how sure it is.
     *
     * @param tag BCP-47 tag, mostly a bare language subtag; the script stands in it where it is not the language's usual
     *     one: {@code bn}, {@code zh-Hant}, {@code sr-Latn}
     * @param confidence 0 to 1
     */
    public record Identification(String tag, double confidence) {
        /** The tag with the region that the document states for this language: {@code en-GB}; the tag alone otherwise. */
        public String tag(@Nullable String declared) {
            ULocale own = ULocale.forLanguageTag(tag);
            ULocale stated = declared == null
                    ? ULocale.ROOT
                    : ULocale.forLanguageTag(declared.strip().replace('_', '-'));
            boolean same = stated.getLanguage().equals(own.getLanguage())
                    && stated.getCountry().length() == 2;
            return same && own.getCountry().isEmpty()
                    ? new ULocale.Builder()
                            .setLocale(own)
                            .setRegion(stated.getCountry())
                            .build()
                            .toLanguageTag()
                    : tag;
        }
    }

    /**
     * The language of {@code text}; null where there is too little of it.
     *
     * @param declared what the document states, as written: a hint that decides where the text alone does not; null where
     *     it states nothing
     */
    public @Nullable Identification identify(String text, @Nullable String declared) {
        String script = script(text, declared);
        if (script == null) {
            return null;
        }
        Sample sample = Sample.of(text, script);
        String stated = statedLanguage(declared, script);
        if (sample.letters() < FEWEST_LETTERS && !Sample.isDense(script)) {
            return stated == null ? null : new Identification(tag(stated, script), STATED);
        }
        if (script.equals("Hani")) {
            return chinese(sample, stated);
        }
        String told = OwnLetters.language(script, sample, stated);
        if (told != null) {
            return new Identification(tag(told, script), SURE);
        }
        if (!Profiles.covers(script)) {
            return byScript(script, stated);
        }
        Identification found = bySpelling(sample, script, stated);
        // Where the beginning leaves it open, being a notice or a table, the text goes on in the language that it is
        // in.
        Sample across = found == null || found.confidence() >= UNSURE ? null : Sample.across(text, script);
        return across == null ? found : bySpelling(across, script, stated);
    }

    /**
     * The script of the text as an ISO 15924 code: that of most of it, or of a good part of it where the document states a
     * language that is written in it, as instructions are that quote programs. Null where there are no letters.
     */
    public @Nullable String script(String text, @Nullable String declared) {
        ULocale locale = declared == null
                ? ULocale.ROOT
                : ULocale.forLanguageTag(declared.strip().replace('_', '-'));
        String stated = scriptOf(locale);
        // Ideographs say more than letters do, but a text in English that teaches them is in English.
        String dominant = "Latn".equals(stated) ? Scripts.dominantByCount(text) : Scripts.dominant(text);
        if (stated == null || stated.equals("Latn") || !"Latn".equals(dominant)) {
            return dominant;
        }
        double least = Knowledge.writtenIn(locale.getLanguage(), "Latn") ? WRITING : QUOTING;
        if (Scripts.share(text, of -> Sample.isOf(of, stated)) < least || Sample.isProseIn(text, UScript.LATIN)) {
            return dominant;
        }
        return Scripts.dominant(text.codePoints()
                .filter(codePoint -> Scripts.of(codePoint) != UScript.LATIN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    }

    /** The script that a locale names, or that its language is mostly written in; null where neither is known. */
    private static @Nullable String scriptOf(ULocale locale) {
        boolean named = !locale.getScript().isEmpty();
        if (!named && !Knowledge.isLanguage(Knowledge.usualCode(locale.getLanguage()))) {
            return null;
        }
        String script =
                named ? locale.getScript() : ULocale.addLikelySubtags(locale).getScript();
        return script.isEmpty() ? null : script;
    }

    private static Identification byScript(String script, @Nullable String stated) {
        String usual = ULocale.addLikelySubtags(new ULocale("und_" + script)).getLanguage();
        boolean known = !usual.isEmpty() && !usual.equals("und");
        if (stated != null && !stated.equals(usual)) {
            return new Identification(tag(stated, script), UNSURE);
        }
        return new Identification(known ? tag(usual, script) : "und-" + script, known ? SURE : STATED);
    }

    /** A headline of Japanese may have no Kana. */
    private static Identification chinese(Sample sample, @Nullable String stated) {
        if (JAPANESE.equals(stated) && sample.letters() < ENOUGH_LETTERS) {
            return new Identification(JAPANESE, UNSURE);
        }
        String language = stated == null || stated.equals(JAPANESE) ? "zh" : stated;
        return new Identification(tag(language, sample.isTraditionalChinese() ? "Hant" : "Hans"), SURE);
    }

    private static @Nullable Identification bySpelling(Sample sample, String script, @Nullable String stated) {
        Profiles.Guess guess = Profiles.of(script).guess(sample.text());
        if (guess == null) {
            return stated == null ? null : new Identification(tag(stated, script), STATED);
        }
        if (stated == null || stated.equals(guess.language())) {
            return new Identification(tag(guess.language(), script), guess.probability());
        }
        boolean weak = sample.letters() < ENOUGH_LETTERS || guess.probability() < UNSURE;
        boolean related = Knowledge.related(stated, guess.language());
        // A language that has no profile cannot be guessed, and nobody states one by accident; English is a template's
        // word.
        boolean unknowable =
                !Profiles.of(script).knows(stated) && !guess.language().equals("en");
        if (weak || related || unknowable) {
            return new Identification(tag(stated, script), Math.min(UNSURE, Math.max(STATED, guess.probability())));
        }
        return new Identification(tag(guess.language(), script), guess.probability());
    }

    /** The language that the document states, where it is written in the script of the text; null otherwise. */
    private static @Nullable String statedLanguage(@Nullable String declared, String script) {
        if (declared == null || declared.isBlank()) {
            return null;
        }
        ULocale locale = ULocale.forLanguageTag(declared.strip().replace('_', '-'));
        String language =
                Knowledge.usualCode(ULocale.createCanonical(locale.toString()).getLanguage());
        if (!Knowledge.isLanguage(language)) {
            return null;
        }
        boolean fits = !locale.getScript().isEmpty()
                ? Knowledge.sameScript(locale.getScript(), script)
                : Knowledge.writtenIn(language, script);
        return fits ? language : null;
    }

    /** Language and script in the shortest form: {@code zh + Hans → zh}, {@code sr + Latn → sr-Latn}. */
    private static String tag(String language, String script) {
        String usual = ULocale.addLikelySubtags(new ULocale(language)).getScript();
        boolean expected =
                usual.equals(script) || (!CHINESE_FORMS.contains(script) && Knowledge.sameScript(usual, script));
        return usual.isEmpty() || expected ? language : language + "-" + script;
    }
}
