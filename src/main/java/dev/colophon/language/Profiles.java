package dev.colophon.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Optional;
import com.ibm.icu.util.ULocale;
import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.cybozu.util.LangProfile;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.BuiltInLanguages;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.OldLangProfileConverter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Letter statistics of the languages that share a script, from the profiles of the Optimaize language detector (a naive
 * Bayes classifier over character n-grams). A script's profiles are read when the first text in it comes.
 */
final class Profiles {
    /** Scripts that several languages with profiles share; every other one is told by itself. */
    private static final Set<String> SHARED = Set.of("Latn", "Cyrl", "Arab", "Deva", "Hebr");

    private static final Map<String, Profiles> BY_SCRIPT = new ConcurrentHashMap<>();
    private static final JsonFactory JSON = new JsonFactory();
    private static final long SEED = 1;

    private final LanguageDetector detector;
    private final Set<String> languages;

    /**
     * A language and its share of the probability among the languages of the script.
     *
     * @param language ISO 639 code
     * @param probability 0 to 1
     */
    record Guess(String language, double probability) {}

    private Profiles(String script) {
        List<LdLocale> locales = BuiltInLanguages.getLanguages().stream()
                .filter(locale -> script.equals(ULocale.addLikelySubtags(new ULocale(locale.getLanguage()))
                        .getScript()))
                .toList();
        this.languages = locales.stream().map(LdLocale::getLanguage).collect(Collectors.toUnmodifiableSet());
        List<LanguageProfile> profiles = locales.stream().map(Profiles::read).toList();
        this.detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                .withProfiles(profiles)
                .seed(Optional.of(SEED))
                .shortTextAlgorithm(60)
                .minimalConfidence(0.1)
                .build();
    }

    /** Reads a profile as a stream of tokens; the detector's own reader takes seconds for the Latin ones. */
    private static LanguageProfile read(LdLocale locale) {
        String name = "/languages/" + locale;
        Map<String, Integer> grams = new HashMap<>();
        List<Integer> totals = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Profiles.class.getResourceAsStream(name), name);
                JsonParser json = JSON.createParser(in)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    boolean total = json.getParsingContext().inArray();
                    if (total) {
                        totals.add(json.getIntValue());
                    } else {
                        grams.put(json.currentName(), json.getIntValue());
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the language profile " + name, broken);
        }
        LangProfile profile = new LangProfile(locale.toString());
        profile.setFreq(grams);
        profile.setNWords(totals.stream().mapToInt(Integer::intValue).toArray());
        return OldLangProfileConverter.convert(profile);
    }

    static boolean covers(String script) {
        return SHARED.contains(script);
    }

    static Profiles of(String script) {
        return BY_SCRIPT.computeIfAbsent(script, Profiles::new);
    }

    /** Whether there is a profile of the language. */
    boolean knows(String language) {
        return languages.contains(language);
    }

    /** The most probable language; null where the text has nothing that any profile knows. */
    @Nullable
    Guess guess(String text) {
        List<DetectedLanguage> all = detector.getProbabilities(text);
        if (all.isEmpty()) {
            return null;
        }
        DetectedLanguage best = all.get(0);
        return new Guess(best.getLocale().getLanguage(), Math.min(1, best.getProbability()));
    }
}
