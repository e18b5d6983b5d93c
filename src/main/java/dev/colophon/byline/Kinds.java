package dev.colophon.byline;

import dev.colophon.model.ContributorKind;
import dev.colophon.text.NameFolding;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells persons from desks, agencies and organisations. */
final class Kinds {
    private static final int MOST_OF_PERSON = 3;

    /** Of desks that the scripts of South-East Asia write to what follows, in chars. */
    private static final int SHORTEST_DESK = 5;

    private static final int LONGEST_DESK = 16;

    private Kinds() {}

    /**
     * What the name is.
     *
     * @param name in its normal form
     * @param stated what the place says that it is; null where it does not
     * @param site the publisher
     */
    static ContributorKind of(String name, @Nullable ContributorKind stated, SiteIdentity site) {
        List<Token> words = Tokens.of(name).stream().filter(Token::isWord).toList();
        String folded = NameFolding.fold(name);
        if (isAgency(folded)) {
            return ContributorKind.AGENCY;
        }
        if (isDesk(words)) {
            return ContributorKind.DESK;
        }
        boolean person = (stated == null || stated == ContributorKind.PERSON) && isFullName(words);
        boolean own = site.isFolded(folded) && !person;
        if (own || looksLikeDomain(name) || isOrganisation(words)) {
            return ContributorKind.ORGANISATION;
        }
        if (stated == null) {
            return EastAsianNames.isLongerThanNames(name) ? ContributorKind.ORGANISATION : ContributorKind.PERSON;
        }
        return stated;
    }

    /** Two or three words that a known given name begins: what people call a site of their own. */
    private static boolean isFullName(List<Token> words) {
        return words.size() > 1
                && words.size() <= MOST_OF_PERSON
                && GivenNames.contains(words.get(0).folded())
                && words.stream()
                        .allMatch(word -> Letters.isCased(word.text())
                                && Letters.startsCapital(word.text())
                                && !Letters.isPossessive(word.text()));
    }

    static String folded(List<Token> words) {
        return words.stream().map(Token::folded).collect(Collectors.joining(" "));
    }

    /** Whether the words name a desk, an agency or an organisation. */
    static boolean isGroup(List<Token> words) {
        return isAgency(folded(words)) || isDesk(words) || isOrganisation(words);
    }

    static boolean isAgency(String folded) {
        return Lexicon.AGENCY.contains(folded)
                || (folded.startsWith("the ") && Lexicon.AGENCY.contains(folded.substring(4)));
    }

    static boolean isDesk(List<Token> words) {
        if (words.isEmpty()) {
            return false;
        }
        int last = words.size() - 1;
        PhraseSet.Match<Boolean> first = Lexicon.DESK.longestAt(words, 0);
        boolean begins = first != null;
        return begins
                || Lexicon.DESK.contains(words.get(last).folded())
                || endsWithPhrase(words)
                || endsUnspaced(words.get(last), Lexicon.DESK)
                || beginsUnspaced(words.get(0))
                || isJobAlone(words)
                || isJobOfPublisher(words);
    }

    /** {@code Gazette's Editorial Writers}. */
    private static boolean isJobOfPublisher(List<Token> words) {
        int last = words.size() - 1;
        while (last > 0 && !Letters.isPossessive(words.get(last).text())) {
            last--;
        }
        return Letters.isPossessive(words.get(last).text()) && isJobAlone(words.subList(last + 1, words.size()));
    }

    private static boolean endsWithPhrase(List<Token> words) {
        for (int i = Math.max(0, words.size() - 3); i < words.size(); i++) {
            PhraseSet.Match<Boolean> match = Lexicon.DESK.longestAt(words, i);
            if (match != null && i + match.tokens() == words.size()) {
                return true;
            }
        }
        return false;
    }

    /** {@code Political Editor}: a job that nobody is named for. */
    static boolean isJobAlone(List<Token> words) {
        return !words.isEmpty()
                && Lexicon.JOB.contains(words.get(words.size() - 1).folded())
                && words.stream()
                        .allMatch(word ->
                                Lexicon.JOB.contains(word.folded()) || Lexicon.MODIFIER.contains(word.folded()));
    }

    private static boolean isOrganisation(List<Token> words) {
        if (words.isEmpty()) {
            return false;
        }
        boolean named =
                words.size() > 1 && words.stream().anyMatch(word -> Lexicon.ORGANISATION.contains(word.folded()));
        return named || endsUnspaced(words.get(words.size() - 1), Lexicon.ORGANISATION);
    }

    /** {@code ทีมข่าวการเมือง} */
    private static boolean beginsUnspaced(Token word) {
        String folded = word.folded();
        if (folded.isEmpty() || !Letters.isThaiLike(folded.codePointAt(0))) {
            return false;
        }
        for (int length = SHORTEST_DESK; length <= Math.min(LONGEST_DESK, folded.length()); length++) {
            if (Lexicon.DESK.contains(folded.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsUnspaced(Token word, PhraseSet<Boolean> list) {
        String folded = word.folded();
        if (folded.isEmpty() || !Letters.isEastAsian(folded.codePointBefore(folded.length()))) {
            return false;
        }
        for (int length = 2; length <= Math.min(6, folded.length()); length++) {
            if (list.contains(folded.substring(folded.length() - length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikeDomain(String name) {
        int dot = name.lastIndexOf('.');
        return name.indexOf(' ') < 0
                && dot > 1
                && name.length() - dot > 2
                && name.length() - dot <= 5
                && !Letters.startsCapital(name.substring(dot + 1));
    }
}
