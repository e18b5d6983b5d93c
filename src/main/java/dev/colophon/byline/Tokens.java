package dev.colophon.byline;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.NameFolding;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;

/** Cuts a byline into words and separators, in one pass. */
final class Tokens {
    private static final String SILENT = "\"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u00a9\u00ae\u2122\u2020\u2021";

    /** A stroke of Chinese characters that stands for a bar: {@code 作者丨李明}. */
    private static final int CHINESE_BAR = 0x4e28;

    /** In one word: {@code W/Q}, {@code Auteur(e)s}. */
    private static final int MOST_MARKS = 2;

    /** Titles that are written to others or to a name, in chars. */
    private static final int LONGEST_TITLE = 16;

    private final String text;
    private final List<Token> out = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        while (tokens.at < text.length()) {
            tokens.next();
        }
        return tokens.out;
    }

    private void next() {
        int codePoint = text.codePointAt(at);
        if (Spaces.isSpace(codePoint)) {
            space(codePoint);
        } else if (startsChunk() && isAddress(chunkEnd())) {
            junkChunk();
        } else if (isDigit(codePoint)) {
            emit(Token.Type.JUNK, numberEnd());
        } else if (codePoint != CHINESE_BAR && (Letters.inWord(codePoint) || isElided(codePoint))) {
            word();
        } else {
            punctuation(codePoint);
        }
    }

    private void space(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || codePoint == 0x2028) {
            emit(Token.Type.BREAK, at + 1);
        } else {
            at++;
        }
    }

    private boolean startsChunk() {
        return at == 0 || Spaces.isSpace(text.charAt(at - 1));
    }

    private int chunkEnd() {
        int end = at;
        while (end < text.length() && !Spaces.isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isAddress(int end) {
        for (int i = at; i < end; i++) {
            char unit = text.charAt(i);
            if (unit == '@' || (unit == ':' && text.startsWith("://", i))) {
                return true;
            }
        }
        return text.startsWith("www.", at);
    }

    private void junkChunk() {
        int end = chunkEnd();
        while (end > at + 1 && ",;|)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        emit(Token.Type.JUNK, end);
    }

    private int numberEnd() {
        int end = at;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            int after = end + Character.charCount(codePoint);
            boolean joins =
                    ".:/-,".indexOf(codePoint) >= 0 && after < text.length() && isDigit(text.codePointAt(after));
            if (!joins && !Letters.inWord(codePoint)) {
                return end;
            }
            end = after;
        }
        return end;
    }

    private void word() {
        int end = at;
        boolean digits = false;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            int after = end + Character.charCount(codePoint);
            boolean dot = end > at ? codePoint == '.' : isElided(codePoint);
            boolean joins = isJoiner(codePoint)
                    && after < text.length()
                    && Letters.inWord(text.codePointAt(after))
                    && !EastAsianNames.endsAtDot(text, at, end, codePoint);
            if ((!dot && !joins && !Letters.inWord(codePoint)) || codePoint == CHINESE_BAR) {
                break;
            }
            digits |= isDigit(codePoint);
            end = after;
        }
        end = digits ? end : withApostrophe(withMarks(end));
        int glued = digits ? gluedNumber(end) : end;
        if (digits && glued == at) {
            emit(Token.Type.JUNK, end);
        } else if (digits) {
            unspaced(glued);
            emit(Token.Type.JUNK, end);
        } else {
            gluedTitles(end);
            spelledTogether(end);
            unspaced(end);
        }
    }

    /** The end of a word that is known with the marks in it: {@code Autor/in}, {@code Auteur(e)s}, {@code 文/图}, {@code a/l}. */
    private int withMarks(int end) {
        int known = end;
        int i = end;
        for (int marks = 0; marks < MOST_MARKS && isMarkInWord(i); marks++) {
            i = endOfLetters(i + 1);
            i = i < text.length() && text.charAt(i) == ')' ? endOfLetters(i + 1) : i;
            String folded = NameFolding.fold(text.substring(at, i));
            if (RoleWords.isRoleAlone(folded) || Lexicon.TITLE.contains(folded) || Lexicon.PARTICLE.contains(folded)) {
                known = i;
            }
        }
        return known;
    }

    private boolean isMarkInWord(int i) {
        return i + 1 < text.length() && "/:*_(".indexOf(text.charAt(i)) >= 0 && Letters.inWord(text.codePointAt(i + 1));
    }

    private int endOfLetters(int start) {
        int end = start;
        while (end < text.length() && Letters.inWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** With the mark that Hebrew abbreviates by, {@code פרופ'}, or that belongs to a title, {@code Dato'}. */
    private int withApostrophe(int end) {
        boolean mark = end < text.length() && "'\u2019\u05f3".indexOf(text.charAt(end)) >= 0;
        boolean belongs = mark
                && (UScript.getScript(text.codePointBefore(end)) == UScript.HEBREW
                        || Lexicon.TITLE.contains(NameFolding.fold(text.substring(at, end + 1))));
        return belongs ? end + 1 : end;
    }

    /** Parts titles from each other and from the name that is written to them: {@code ดร.สมหญิง}, {@code Prof.Dr.Hans}. */
    private void gluedTitles(int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean named = next > end && next < text.length() && Letters.inWord(text.codePointAt(next));
        if (!named && Letters.isCased(text.substring(at, end)) && Letters.capitals(text.substring(at, end)) > 2) {
            return; // a degree behind the name
        }
        for (int dot = lastDotOfTitle(end); dot > 0; dot = lastDotOfTitle(end)) {
            emit(Token.Type.WORD, dot + 1);
        }
    }

    /** The dot behind the longest title that the word begins with; 0 where it begins with none, or ends there. */
    private int lastDotOfTitle(int end) {
        for (int dot = Math.min(end - 2, at + LONGEST_TITLE); dot > at; dot--) {
            if (text.charAt(dot) != '.') {
                continue;
            }
            String title = text.substring(at, dot);
            boolean initial = Letters.isCased(title) && Letters.count(title) < 2;
            if (!initial && Lexicon.TITLE.contains(NameFolding.fold(title))) {
                return dot;
            }
        }
        return 0;
    }

    /**
     * Where the number begins in {@code Press3}, a capitalised word or a Chinese name that lost the space after it, or in
     * the head of a Chinese agency's report, {@code 中央社記者王小明台北5日電}; else the word's start.
     */
    private int gluedNumber(int end) {
        int letters = at;
        while (letters < end && !UCharacter.isDigit(text.codePointAt(letters))) {
            letters += Character.charCount(text.codePointAt(letters));
        }
        boolean follows = !out.isEmpty() && out.get(out.size() - 1).isWord();
        boolean word = follows && letters - at >= 4 && UCharacter.isUpperCase(text.codePointAt(at));
        boolean han = letters - at >= 2 && Letters.isHan(text.substring(at, letters)) && end - letters >= 4;
        boolean number = text.substring(letters, end).codePoints().noneMatch(UCharacter::isLetter);
        boolean wired = EastAsianNames.isWired(text, at, letters, end);
        return ((word || han) && number) || wired ? letters : at;
    }

    /** The apostrophe of the Dutch {@code ’t}, a word of its own. */
    private boolean isElided(int codePoint) {
        boolean apostrophe = codePoint == '\'' || codePoint == 0x2019 || codePoint == 0x2018;
        return apostrophe
                && at + 2 < text.length()
                && (text.charAt(at + 1) == 't' || text.charAt(at + 1) == 's')
                && text.charAt(at + 2) == ' ';
    }

    private static boolean isJoiner(int codePoint) {
        return "'\u2019\u02bc`\u00b4-\u05be\u2010\u2011\u00b7\u30fb\u2018\"\u05f4\u05f3".indexOf(codePoint) >= 0;
    }

    /** Parts a date or "Updated" that lost the space before it: {@code NewsMay 20}. */
    private void spelledTogether(int end) {
        for (int i = at + 4; i < end - 2; i++) {
            boolean seam = isCapital(text.charAt(i)) && UCharacter.isLowerCase(text.charAt(i - 1));
            if (seam && isDateWord(NameFolding.fold(text.substring(i, end)))) {
                emit(Token.Type.WORD, i);
                return;
            }
        }
    }

    private static boolean isCapital(char unit) {
        return unit < 0x80 ? unit >= 'A' && unit <= 'Z' : UCharacter.isUpperCase(unit);
    }

    private static boolean isDigit(int codePoint) {
        return codePoint < 0x80 ? codePoint >= '0' && codePoint <= '9' : UCharacter.isDigit(codePoint);
    }

    private static boolean isDateWord(String folded) {
        return Lexicon.MONTH.contains(folded)
                || Lexicon.WEEKDAY.contains(folded)
                || (folded.length() > 5 && Lexicon.TAIL.contains(folded));
    }

    /** Parts a role word that is written to the name without a space: {@code 記者山田太郎}. */
    private void unspaced(int end) {
        while (at < end && Letters.isUnspaced(text.codePointAt(at))) {
            String word = text.substring(at, end);
            int role = RoleWords.splitAt(word);
            int outlet = role > 0 ? 0 : EastAsianNames.outletEnd(word);
            int split = role > 0 ? role : outlet > 0 ? outlet : EastAsianNames.nameEnd(word);
            emit(Token.Type.WORD, split > 0 ? at + split : end);
        }
        if (at < end) {
            emit(Token.Type.WORD, end);
        }
    }

    private void punctuation(int codePoint) {
        int end = at + Character.charCount(codePoint);
        if (SILENT.indexOf(codePoint) >= 0 || UCharacter.getType(codePoint) == Character.FORMAT) {
            at = end;
        } else if (isBehindTitle(codePoint)) {
            at = end;
        } else if (isDateline(codePoint, end)) {
            out.remove(out.size() - 1);
            at = end;
        } else {
            emit(isBetweenNames(codePoint, end) ? Token.Type.LIST : type(codePoint), end);
        }
    }

    /** The double hyphen between a place and who writes from it: {@code 【ワシントン＝山田太郎】}. */
    private boolean isDateline(int codePoint, int end) {
        return codePoint == 0xff1d
                && !out.isEmpty()
                && out.get(out.size() - 1).isWord()
                && out.get(out.size() - 1).end() == at
                && !RoleWords.isRoleAlone(out.get(out.size() - 1).folded())
                && (out.size() == 1 || out.get(out.size() - 2).is(Token.Type.OPEN))
                && end < text.length()
                && UScript.getScript(text.codePointAt(end)) == UScript.HAN
                && !RoleWords.isRoleAlone(NameFolding.fold(text.substring(end, endOfLetters(end))));
    }

    /** The mark between a title or a department and the name: {@code 医師・山田太郎}, {@code أ.د/ ليلى الخطيب}. */
    private boolean isBehindTitle(int codePoint) {
        Token last = out.isEmpty() ? null : out.get(out.size() - 1);
        return (codePoint == 0x30fb || codePoint == '/')
                && last != null
                && last.isWord()
                && last.end() == at
                && !Letters.isCased(last.text())
                && (Lexicon.TITLE.contains(last.folded()) || EastAsianNames.isDepartment(last.text()));
    }

    /** The dot of {@code 김서연·박지훈}. */
    private boolean isBetweenNames(int codePoint, int end) {
        return (codePoint == 0xb7 || codePoint == 0x30fb)
                && at > 0
                && end < text.length()
                && Letters.isHangul(text.substring(at - 1, at))
                && Letters.isHangul(text.substring(end, end + 1));
    }

    private static Token.Type type(int codePoint) {
        return switch (codePoint) {
            case ',', '\uff0c', '\u060c' -> Token.Type.COMMA;
            case '&', '+', '\uff06' -> Token.Type.AND;
            case ';', '\uff1b', '\u061b', '/', '\uff0f', '\u3001' -> Token.Type.LIST;
            case ':', '\uff1a' -> Token.Type.COLON;
            case '(', '[', '\uff08', '\u3010', '{', '\u3008', '\u300a', '\u3014', '\u3016' -> Token.Type.OPEN;
            case ')', ']', '\uff09', '\u3011', '}', '\u3009', '\u300b', '\u3015', '\u3017' -> Token.Type.CLOSE;
            case '!', '?', '\u0964', '\u3002', '\uff1f', '\uff01', '\u061f', '.' -> Token.Type.STOP;
            default -> Token.Type.BREAK;
        };
    }

    private void emit(Token.Type type, int end) {
        out.add(Token.of(type, text, at, end));
        at = end;
    }
}
