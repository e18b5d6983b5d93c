package dev.colophon.byline;

import dev.colophon.byline.Lexicon.Form;
import dev.colophon.byline.Segment.Joint;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.Role;
import dev.colophon.text.Invisibles;
import dev.colophon.text.NameFolding;
import dev.colophon.text.NormalForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a byline: who is named, and what for. A real example: {@code "| Edited By: Avra Chattopadhyay"} gives one mention,
 * role editor, {@code Avra Chattopadhyay}. Time is linear in the text.
 */
final class BylineGrammar {
    /** Bylines are short; what lies beyond is something else. */
    private static final int LONGEST = 1000;

    /** Words of the name of a channel that begins with a word and a number. */
    private static final int MOST_NUMBERED = 3;

    private static final int SHORTEST_ACRONYM = 3;
    private static final int LONGEST_ACRONYM = 5;
    private static final int SHORTEST_LABEL = 5;

    /** How a byline is to be read. */
    enum Style {
        /** A whole line or element, with words that are no names. */
        TEXT,
        /** The value of a field that is meant for names. */
        FIELD
    }

    private final String text;
    private final Style style;
    private final SiteIdentity site;
    private final NameReader reader;
    private final boolean brief;
    private final List<Mention> out = new ArrayList<>();
    private int found = -1;
    /** Whether the byline has named nobody in so many words: {@code by admin in Politics}. */
    private boolean nobody;

    private BylineGrammar(String text, Style style, SiteIdentity site, int words) {
        this.text = text;
        this.style = style;
        this.site = site;
        this.brief = words <= 2;
        this.reader = new NameReader(style == Style.TEXT, site);
    }

    /** Everybody whom the text names, in its order; empty where it names nobody. */
    static List<Mention> read(String raw, Style style, SiteIdentity site) {
        String text = NormalForm.NFC.of(Invisibles.drop(bounded(raw.strip())));
        List<Token> tokens = Tokens.of(text);
        List<Segment> segments = Segmenter.of(tokens, style, site.language());
        int words = (int) tokens.stream().filter(Token::isWord).count();
        BylineGrammar grammar = new BylineGrammar(text, style, site, words);
        if (style == Style.FIELD && grammar.isWhole(segments)) {
            grammar.add(null, segments.get(0).words(), null);
        } else if (style == Style.FIELD && (isNumbered(tokens) || isPublisher(text, site))) {
            grammar.addName(null, text, text);
        } else {
            grammar.readAll(segments);
        }
        if (grammar.out.isEmpty() && style == Style.FIELD) {
            grammar.readAccountName();
        }
        return grammar.out;
    }

    /** The part of a text that can be a byline. */
    static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    /** Whether a field names one group, whose name must not be taken apart. */
    private boolean isWhole(List<Segment> segments) {
        if (segments.size() != 1 || segments.get(0).role() != null) {
            return false;
        }
        List<Token> words = segments.get(0).words();
        return site.is(words) || (Kinds.isGroup(words) && reader.read(segments.get(0)) == null);
    }

    /** Also where a mark parts its words: {@code Design&Trend}. */
    private static boolean isPublisher(String text, SiteIdentity site) {
        return text.indexOf('@') < 0 && site.isFolded(NameFolding.fold(text));
    }

    /** A channel and its edition: {@code News18 English}. */
    private static boolean isNumbered(List<Token> tokens) {
        return tokens.size() > 1
                && tokens.size() <= MOST_NUMBERED
                && Introductions.isAccount(tokens, 0)
                && tokens.subList(1, tokens.size()).stream()
                        .allMatch(word -> word.isWord() && Letters.startsCapital(word.text()));
    }

    private void readAll(List<Segment> segments) {
        boolean authorStated = segments.stream().anyMatch(segment -> segment.role() == Role.AUTHOR);
        for (int i = 0; i < segments.size(); ) {
            int end = i + 1;
            while (end < segments.size() && segments.get(end).joint() == Joint.COMMA) {
                end++;
            }
            List<Segment> group = segments.subList(i, end);
            if (accepts(group.get(0), i, authorStated)) {
                readGroup(group, i);
            }
            i = end;
        }
    }

    /** In running text only the first names without a role count, and none where another part states the author. */
    private boolean accepts(Segment segment, int index, boolean authorStated) {
        boolean joined = segment.joint() == Joint.AND && !out.isEmpty();
        boolean listed = segment.joint() == Joint.LIST && found == index - 1;
        if ((joined && goesOnWithJob(segment, index))
                || (listed && (isAttribute(segment) || isOutletOfPicture(segment)))) {
            return false;
        }
        if (segment.role() != null) {
            return true;
        }
        boolean goesOn = segment.joint() == Joint.AND || segment.joint() == Joint.LIST;
        if (style == Style.TEXT) {
            return !nobody && !authorStated && (out.isEmpty() || (goesOn && found == index - 1));
        }
        boolean another = segment.joint() != Joint.BREAK || out.isEmpty();
        return another || (segment.words().size() > 1 && !isAttribute(segment));
    }

    /** {@code Postimees} of {@code Foto: Mari Maasikas / Postimees}: one word behind a full name and a stroke. */
    private boolean isOutletOfPicture(Segment segment) {
        if (out.isEmpty()) {
            return false;
        }
        List<Token> words = segment.words();
        String before = out.get(out.size() - 1).name();
        return segment.role() == Role.PHOTOGRAPHER
                && words.size() == 1
                && Letters.isCased(words.get(0).text())
                && !GivenNames.contains(words.get(0).folded())
                && before.indexOf(' ') > 0
                && Kinds.of(before, null, site) == ContributorKind.PERSON;
    }

    /** The rest of a job that an "and" has cut: {@code Chief Technology Officer and Head of Labs}. */
    private boolean goesOnWithJob(Segment segment, int index) {
        boolean small = Letters.startsSmall(segment.words().get(0).text());
        boolean cut = small && found < index - 1;
        boolean common =
                small && segment.words().size() > 2 && segment.words().stream().allMatch(BylineGrammar::isCommonWord);
        Token first = segment.words().get(0);
        boolean title = Lexicon.TITLE.contains(first.folded()) && isFullName(segment);
        boolean job = Lexicon.JOB.contains(first.folded()) && !title;
        return cut || common || job || isJobPart(segment.words());
    }

    private void readGroup(List<Segment> group, int index) {
        Segment first = group.get(0);
        if (group.size() == 2 && isInverted(first, group.get(1))) {
            List<Token> given = group.get(1).words();
            addName(
                    first.role(),
                    raw(first.words().get(0), given.get(given.size() - 1)),
                    raw(given) + " " + raw(first.words()));
            found = index + 1;
            return;
        }
        boolean named = readOne(first);
        for (Segment next : nobody ? List.<Segment>of() : group.subList(1, group.size())) {
            if (named && isGeneration(next)) {
                extendLast(next);
            } else if (!named) {
                named = (!isJobPart(first.words()) || isFullName(next)) && readOne(next);
            } else if (!isAttribute(next) && isFullName(next)) {
                readOne(next);
            }
        }
        if (named) {
            found = index + group.size() - 1;
        }
    }

    private boolean readOne(Segment segment) {
        List<Token> name = reader.read(segment);
        if (name == null || !isLikely(segment, name)) {
            nobody |= style == Style.TEXT && isNobodyAndMore(segment);
            return false;
        }
        add(segment.role(), name, null);
        return true;
    }

    /** {@code admin in All News} after a role word. */
    private static boolean isNobodyAndMore(Segment segment) {
        List<Token> words = segment.words();
        return segment.role() != null
                && words.size() > 1
                && Lexicon.NOBODY.contains(words.get(0).folded())
                && Lexicon.TAIL.contains(words.get(1).folded());
    }

    /** A single word is a name only where a role or the whole field says so. */
    private boolean isLikely(Segment segment, List<Token> name) {
        String folded = Kinds.folded(name);
        boolean letters = Letters.count(folded) > 1 && !Lexicon.WEEKDAY.contains(folded);
        // "By Paris" may be a person's; প্রতিনিধি is "our correspondent in" where a town follows.
        boolean cased = Letters.isCased(name.get(0).text());
        boolean place = Lexicon.PLACE.contains(folded) && (segment.joint() != Joint.ROLE || !cased);
        boolean introduced = segment.role() != null || style == Style.FIELD || brief;
        boolean several = name.size() > 1 || Kinds.isGroup(name) || !cased;
        return letters
                && !place
                && (!RoleWords.isRoleAlone(folded) || Lexicon.DESK.contains(folded))
                && !Lexicon.MONTH.contains(folded)
                && (introduced || several);
    }

    private boolean isGeneration(Segment segment) {
        return segment.words().size() == 1
                && Lexicon.GENERATION.contains(segment.words().get(0).folded());
    }

    private void extendLast(Segment generation) {
        Mention last = out.remove(out.size() - 1);
        String suffix = generation.words().get(0).text();
        out.add(new Mention(last.role(), last.raw() + ", " + suffix, last.name() + " " + suffix));
    }

    /** Whether the words after a name tell about it instead of naming another: a degree, a job, a place, an outlet. */
    private boolean isAttribute(Segment segment) {
        List<Token> words = segment.words();
        String folded = Kinds.folded(words);
        return words.stream().allMatch(word -> Lexicon.DEGREE.contains(word.folded()))
                || isJobPart(words)
                || Lexicon.PLACE.contains(folded)
                || site.is(words)
                || Lexicon.JOB.standsIn(words)
                || Kinds.isGroup(words)
                || Lexicon.NOBODY.contains(folded)
                || isOffice(words)
                || isShoutedAfterName(words);
    }

    /** {@code Dean of Engineering} after a name. */
    private boolean isOffice(List<Token> words) {
        return !out.isEmpty() && words.stream().anyMatch(word -> word.text().equals("of"));
    }

    /** {@code MDR THÜRINGEN} after {@code David Straub}: an outlet. */
    private boolean isShoutedAfterName(List<Token> words) {
        if (out.isEmpty() || Letters.allCapitals(out.get(out.size() - 1).raw())) {
            return false;
        }
        // DUPONT Jean, DURAND Paul
        boolean surname =
                Arrays.stream(out.get(out.size() - 1).raw().split(" ")).anyMatch(Letters::isShouted);
        return (!surname && isAcronym(words.get(0).text()))
                || words.stream().allMatch(word -> Letters.isShouted(word.text()));
    }

    /** {@code CNBC} of {@code CNBC Indonesia}, {@code ARD-Studio} of {@code ARD-Studio Washington}. */
    private static boolean isAcronym(String word) {
        int hyphen = word.indexOf('-');
        String head = hyphen < 0 ? word : word.substring(0, hyphen);
        return Letters.allCapitals(head)
                && Letters.count(head) >= SHORTEST_ACRONYM
                && Letters.count(head) <= LONGEST_ACRONYM
                && Letters.count(head) == head.length()
                && !GivenNames.contains(NameFolding.fold(head));
    }

    private static boolean isJobPart(List<Token> words) {
        return words.stream()
                .allMatch(word -> Lexicon.JOB.contains(word.folded()) || Lexicon.MODIFIER.contains(word.folded()));
    }

    private boolean isFullName(Segment segment) {
        List<Token> name = reader.read(segment);
        return name != null
                && name.stream().noneMatch(BylineGrammar::isCommonWord)
                && (name.size() > 1 || !Letters.isCased(name.get(0).text()))
                && (!Letters.isCased(name.get(0).text())
                        || Letters.startsCapital(name.get(0).text())
                        || Lexicon.PARTICLE.contains(name.get(0).folded()));
    }

    /** A word in small letters that is no part of names. */
    private static boolean isCommonWord(Token word) {
        return Letters.startsSmall(word.text())
                && !Letters.startsCapital(word.text())
                && !Lexicon.PARTICLE.contains(word.folded());
    }

    /** {@code Doe, Jane}: one word (and particles), a comma, one or two words that tell nothing about it. */
    private boolean isInverted(Segment family, Segment given) {
        List<Token> words = family.words();
        boolean oneName =
                words.subList(0, words.size() - 1).stream().allMatch(word -> Lexicon.PARTICLE.contains(word.folded()));
        boolean few = given.words().size() <= 2 && given.role() == family.role();
        return oneName
                && few
                && (!isCreditOfPicture(family)
                        || GivenNames.contains(given.words().get(0).folded()))
                && !isAttribute(given)
                && !isGeneration(given)
                && !isAttribute(family)
                && !isLabelAlone(family)
                && words.stream().allMatch(word -> Letters.isCased(word.text()))
                && given.words().stream().allMatch(word -> Letters.startsCapital(word.text()))
                && reader.read(given) != null
                && !Lexicon.WEEKDAY.contains(words.get(0).folded());
    }

    /** {@code Yazan, Gülşah İnce}: a whole noun, no surname such as {@code Ni} or {@code Bai}. */
    private static boolean isLabelAlone(Segment segment) {
        String word = segment.words().get(0).folded();
        return segment.words().size() == 1
                && word.length() >= SHORTEST_LABEL
                && (Lexicon.roles(Form.LABEL).contains(word)
                        || Lexicon.roles(Form.BEFORE).contains(word));
    }

    /** {@code Photo: Apple, Nvidia}: makers of things are credited for pictures, one after the other. */
    private static boolean isCreditOfPicture(Segment segment) {
        return segment.role() == Role.PHOTOGRAPHER || segment.role() == Role.AGENCY;
    }

    private void add(@Nullable Role role, List<Token> words, @Nullable String name) {
        if (isSeveralHan(words)) {
            words.forEach(word -> addName(role, word.text(), word.text()));
        } else {
            addName(role, raw(words), name == null ? raw(words) : name);
        }
    }

    /**
     * Chinese names parted by spaces alone; a Japanese name of two words has at most two characters in each, mostly. So have
     * Chinese names, where reporters are called so in simplified characters.
     */
    private boolean isSeveralHan(List<Token> words) {
        boolean names = words.size() > 1
                && words.stream()
                        .allMatch(word -> Letters.isHan(word.text())
                                && word.text().length() >= 2
                                && word.text().length() <= 4);
        if (!names) {
            return false;
        }
        if (EastAsianNames.holdsChineseReporter(text) && words.stream().allMatch(EastAsianNames::isName)) {
            return true;
        }
        boolean mostlyLong =
                words.stream().filter(word -> word.text().length() == 3).count() * 2 >= words.size();
        return mostlyLong && !(words.size() == 2 && EastAsianNames.isJapanese(words, site.language()));
    }

    private void addName(@Nullable Role role, String raw, String written) {
        String tidy = NameForm.tidy(written);
        boolean own = NameForm.holdsAcronym(tidy) && site.isFolded(NameFolding.fold(tidy));
        String name = own ? tidy : NameForm.withoutShouting(tidy, site.language());
        nobody |= style == Style.TEXT && Lexicon.NOBODY.contains(NameFolding.fold(name));
        boolean known = out.stream()
                .anyMatch(mention -> mention.role() == role && mention.name().equals(name));
        if (!name.isEmpty() && !known) {
            out.add(new Mention(role, NameForm.tidy(raw), name));
        }
    }

    private String raw(List<Token> words) {
        return raw(words.get(0), words.get(words.size() - 1));
    }

    private String raw(Token first, Token last) {
        return text.substring(first.start(), last.end());
    }

    /** A field that holds one word with digits in it, as accounts are called: {@code freeman1984}. */
    private void readAccountName() {
        String name = NameForm.tidy(text.startsWith("@") ? text.substring(1) : text);
        boolean oneWord = name.chars().noneMatch(unit -> unit == ' ' || unit == '@' || unit == '/' || unit == ':');
        boolean label = RoleWords.isRoleAlone(NameFolding.fold(name));
        if (oneWord && !label && name.length() <= 40 && Letters.count(name) > 1) {
            addName(null, name, name);
        }
    }
}
