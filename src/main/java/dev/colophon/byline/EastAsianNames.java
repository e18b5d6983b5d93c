package dev.colophon.byline;

import com.ibm.icu.util.ULocale;
import dev.colophon.byline.RoleWords.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells Chinese and Korean names from other words by the surname that they begin with. */
final class EastAsianNames {
    private static final int LONGEST = 4;
    private static final int LONGEST_PEN_NAME = 6;
    private static final int LONGEST_OUTLET = 10;
    private static final int LONGEST_DEPARTMENT = 6;
    private static final int MOST_CHARS = 30;

    /** Repeats the character before it, in Japanese alone. */
    private static final char REPEATED = '\u3005';

    private static final List<String> REPORTS =
            List.of("\u62a5\u9053", "\u5831\u5c0e", "\u5831\u9053", "\u7535", "\u96fb");
    private static final List<String> WRITES_FROM = List.of("\u53d1\u81ea", "\u767c\u81ea");
    /** What Chinese writes to a name without a space: "writes from", "photographs". */
    private static final List<String> GOES_ON =
            List.of("\u53d1\u81ea", "\u767c\u81ea", "\u6444", "\u651d", "\u62a5\u9053", "\u5831\u5c0e", "\u5831\u9053");

    /** In characters that only Chinese has, where Japanese has the traditional ones too. */
    private static final String SIMPLIFIED_REPORTER = "\u8bb0\u8005";

    private static final List<String> REPORTERS = List.of(SIMPLIFIED_REPORTER, "\u8a18\u8005");

    private EastAsianNames() {}

    /** Whether the token is written as a name is: a surname, and one or two syllables more. */
    static boolean isName(Token token) {
        String word = token.text();
        if (!token.isWord() || word.length() < 2 || word.length() > LONGEST || !isOneScript(word)) {
            return false;
        }
        boolean single = word.length() < LONGEST && Lexicon.SURNAME.contains(word.substring(0, 1));
        return (single && !RoleWords.isRoleAlone(word))
                || (word.length() > 2 && Lexicon.SURNAME.contains(word.substring(0, 2)));
    }

    /**
     * Whether two words of Han characters are the surname and the given name of one Japanese, {@code 佐々木 一郎}, not two
     * Chinese: by the language where it is one of theirs, else by what Chinese names have, a surname of one character.
     */
    static boolean isJapanese(List<Token> words, @Nullable String language) {
        String stated = language == null ? "" : new ULocale(language).getLanguage();
        if (stated.equals("ja") || stated.equals("zh")) {
            return stated.equals("ja");
        }
        return words.stream().anyMatch(word -> word.text().indexOf(REPEATED) >= 0)
                || Lexicon.SURNAME.contains(words.get(0).text())
                || (words.stream().noneMatch(word -> isName(word) && word.text().length() > 2)
                        && !words.stream().allMatch(EastAsianNames::isName));
    }

    /** Whether a byline names its reporters in a word that is certainly Chinese. */
    static boolean holdsChineseReporter(String byline) {
        return byline.contains(SIMPLIFIED_REPORTER);
    }

    /** Whether it is one run of Han characters, longer than names of persons and most pen names: {@code 南方日报网络版}. */
    static boolean isLongerThanNames(String name) {
        return name.length() > LONGEST_PEN_NAME && Letters.isHan(name);
    }

    /** Whether it is one run of Han characters as long as a sentence: {@code 请联系我们删除侵权内容}. */
    static boolean isSentence(String name) {
        return name.length() > LONGEST_OUTLET && Letters.isHan(name);
    }

    private static boolean isOneScript(String word) {
        return Letters.isHan(word) || Letters.isHangul(word);
    }

    /**
     * Whether a dot in the middle of a word parts it: between Korean names, {@code 김서연·박지훈}, and after a role,
     * {@code 文・山田太郎}. In other names it joins the parts.
     */
    static boolean endsAtDot(String text, int start, int dot, int codePoint) {
        if (codePoint != 0xb7 && codePoint != 0x30fb || start >= dot) {
            return false;
        }
        String before = text.substring(start, dot);
        return (Letters.isHangul(before) && before.length() >= 2)
                || (RoleWords.isRoleAlone(before) && !RoleWords.beginsRole(text, start))
                || Lexicon.TITLE.contains(before)
                || isDepartment(before);
    }

    /** A department of a Japanese newspaper: {@code 社会部}. */
    static boolean isDepartment(String word) {
        for (int length = 3; length <= Math.min(LONGEST_DEPARTMENT, word.length()); length++) {
            if (Lexicon.DEPARTMENT.contains(word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsDepartment(Token word) {
        return Lexicon.DEPARTMENT.contains(word.folded().substring(word.folded().length() - 1));
    }

    /** Where a Chinese name ends in a word that goes on with where it was written or what for: {@code 王小明发自北京}, {@code 王小明摄}. */
    static int nameEnd(String word) {
        if (isDepartment(word)) {
            return 0;
        }
        for (String start : GOES_ON) {
            if (word.length() > start.length() && start.length() > 1 && word.startsWith(start)) {
                return start.length();
            }
        }
        for (int i = 2; i <= LONGEST && i < word.length(); i++) {
            boolean goesOn = GOES_ON.stream().anyMatch(word.substring(i)::startsWith);
            goesOn |= Lexicon.PLACE.contains(word.substring(i));
            if (goesOn && Letters.isHan(word) && Lexicon.SURNAME.contains(word.substring(0, 1))) {
                return i;
            }
        }
        return 0;
    }

    /** Where a reporter begins who is written to an outlet and to a name: {@code 中央社記者王小明}; 0 where none does. */
    static int outletEnd(String word) {
        for (String reporter : REPORTERS) {
            int at = word.indexOf(reporter);
            boolean named = at > 1 && word.length() - at - reporter.length() > 1;
            if (named && Letters.isHan(word)) {
                return at;
            }
        }
        return 0;
    }

    /** Whether Chinese goes on with a day and "wired": {@code 5日電}. */
    static boolean isWired(String text, int start, int digits, int end) {
        String day = text.substring(digits, end);
        int wired = day.indexOf('\u65e5');
        return wired > 0
                && wired <= 2
                && digits - start > LONGEST
                && Letters.isHan(text.substring(start, digits))
                && REPORTS.stream().anyMatch(day::endsWith);
    }

    /** Whether an outlet is written to a role word before a name: {@code 信报记者 蔡雪婧}. */
    static boolean isOutletBeforeRole(List<Token> tokens, int role, int roleTokens) {
        int next = role + roleTokens;
        return role > 0
                && next < tokens.size()
                && (tokens.get(role - 1).end() == tokens.get(role).start()
                        || REPORTERS.contains(tokens.get(role).text()))
                && !isName(tokens.get(role - 1))
                && isEastAsian(tokens.get(role))
                && isName(tokens.get(next));
    }

    /** An outlet, a mark and a reporter: {@code 聯合報／記者陳雅婷／台北報導}. */
    static boolean beginWithOutlet(List<Token> tokens) {
        return tokens.size() > 3
                && Letters.isHan(tokens.get(0).text())
                && (tokens.get(1).is(Token.Type.LIST) || tokens.get(1).is(Token.Type.BREAK))
                && REPORTERS.contains(tokens.get(2).text())
                && isName(tokens.get(3));
    }

    /** Whether a role word is written to the name after it and not to the one before: {@code 王小明 通讯员李雷}. */
    static boolean isWrittenToNext(List<Token> tokens, int role, int roleTokens) {
        int next = role + roleTokens;
        return role > 0
                && next < tokens.size()
                && tokens.get(role - 1).end() < tokens.get(role).start()
                && tokens.get(next - 1).end() == tokens.get(next).start()
                && isName(tokens.get(next));
    }

    /** Whether a role word of one character has spaces around it, behind a name: {@code 村上春樹 著　柴田元幸 訳}. */
    static boolean standsApart(List<Token> tokens, int role) {
        return tokens.get(role - 1).end() < tokens.get(role).start()
                && tokens.get(role).end() < tokens.get(role + 1).start()
                && isName(tokens.get(role - 1))
                && isEastAsian(tokens.get(role + 1));
    }

    /**
     * The person among words of whom the others say the paper, the place or the post: {@code 이데일리 김서연 (기자)}, {@code 김서연 워싱턴
     * (특파원)}, {@code 홍길동 연세대 경제학부 교수}, {@code 社会部 山田太郎}; all words where there is none.
     *
     * @param credited whether a role word stands by them
     */
    static List<Token> person(List<Token> words, boolean credited) {
        int last = words.size() - 1;
        if (last == 1 && isDepartment(words.get(0).text()) && isPerson(words.get(1))) {
            return words.subList(1, 2);
        }
        boolean hangul = last > 0 && words.stream().allMatch(word -> Letters.isHangul(word.text()));
        boolean apart =
                hangul && last == 1 && Lexicon.SURNAME.contains(words.get(0).text());
        boolean post = hangul && Lexicon.JOB.contains(words.get(last).folded());
        if (!hangul || apart || (!post && !credited) || Kinds.isDesk(words)) {
            return words;
        }
        int behind = post ? last - 1 : last;
        boolean first = isName(words.get(0));
        if (first && (post || isPlaceOrDepartment(words.get(behind)))) {
            return words.subList(0, 1);
        }
        boolean outlet = !first || Lexicon.PLACE.contains(words.get(0).folded());
        return outlet && isName(words.get(behind)) ? words.subList(behind, behind + 1) : words;
    }

    private static boolean isPlaceOrDepartment(Token word) {
        return Lexicon.PLACE.contains(word.folded()) || endsDepartment(word);
    }

    private static boolean isPerson(Token word) {
        String text = word.text();
        return text.length() > 1
                && text.length() <= LONGEST_PEN_NAME
                && Letters.isHan(text)
                && !Kinds.isGroup(List.of(word));
    }

    static boolean isEastAsian(Token word) {
        return Letters.isEastAsian(word.text().codePointAt(0));
    }

    /** {@code 김서연 사진 박지훈}, {@code 王小明 图／李雷}. */
    static boolean isBetweenNames(List<Token> tokens, int role, int roleTokens) {
        int next = role + roleTokens;
        next += next < tokens.size() && tokens.get(next).is(Token.Type.LIST) ? 1 : 0;
        return role > 0 && next < tokens.size() && isName(tokens.get(role - 1)) && isName(tokens.get(next));
    }

    /** Whether the words are names and roles and nothing else: {@code 王小明 李雷 摄影 张三}. */
    static boolean areNames(List<Token> tokens) {
        return !tokens.isEmpty()
                && isName(tokens.get(0))
                && tokens.stream()
                        .filter(Token::isWord)
                        .allMatch(token -> isName(token)
                                || isReport(token)
                                || Lexicon.PLACE.contains(token.folded())
                                || RoleWords.isRoleAlone(token.folded()));
    }

    /** Names and the place that they write from: {@code 王小明 发自 北京}; a role word stands before them. */
    static boolean areWritingFrom(List<Token> tokens) {
        int from = tokens.size() - 2;
        return from > 0
                && WRITES_FROM.contains(tokens.get(from).text())
                && tokens.subList(0, from).stream()
                        .allMatch(word -> Letters.isHan(word.text())
                                && word.text().length() >= 2
                                && word.text().length() <= LONGEST);
    }

    /** Names in brackets and nothing else, as Chinese papers end an article: {@code （常书香 马丹阳）}. */
    static boolean areBracketed(List<Token> inside) {
        int size = inside.size();
        if (size < 2 || !inside.get(size - 1).is(Token.Type.CLOSE)) {
            return false;
        }
        List<Token> names = withoutReport(inside.subList(0, size - 1));
        if (names.size() < size - 1) {
            return !names.isEmpty() && names.stream().allMatch(EastAsianNames::isName);
        }
        boolean sure = names.size() > 1 || names.get(0).text().length() >= 3;
        return sure && names.size() <= 4 && names.stream().allMatch(EastAsianNames::isName);
    }

    /** The words before {@code 上海报道} or a place, which say where a correspondent wrote from. */
    static List<Token> withoutReport(List<Token> words) {
        int last = words.size() - 1;
        boolean report = last > 0
                && Letters.isHan(words.get(last).text())
                && (endsReport(words.get(last))
                        || Lexicon.PLACE.contains(words.get(last).folded()));
        return report ? words.subList(0, last) : words;
    }

    /** Whether the word alone says where a report came from: {@code 台北報導}. */
    static boolean isReport(Token word) {
        return word.text().length() > 3 && Letters.isHan(word.text()) && endsReport(word);
    }

    private static boolean endsReport(Token word) {
        return REPORTS.stream().anyMatch(word.text()::endsWith);
    }

    /** A role in brackets and Chinese names of any length, as minorities have them: {@code （记者 格桑边觉）}. */
    static boolean areCredited(List<Token> afterRole) {
        int size = afterRole.size();
        return size > 1
                && size <= 5
                && afterRole.get(size - 1).is(Token.Type.CLOSE)
                && afterRole.subList(0, size - 1).stream()
                        .allMatch(word -> Letters.isHan(word.text())
                                && word.text().length() >= 2
                                && word.text().length() <= 5);
    }

    /** A role and a mark that begin a list of credits: {@code 文／山田花子　写真／鈴木一郎}. */
    static boolean beginCredits(List<Token> tokens) {
        Found role = tokens.isEmpty() || !tokens.get(0).isWord() || !isEastAsian(tokens.get(0))
                ? null
                : RoleWords.at(tokens, 0);
        return role != null && isMarkBeforeWord(tokens, role.tokens());
    }

    /** Whether a mark and a word follow, as they do behind each role of such a list. */
    static boolean isMarkBeforeWord(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && (tokens.get(at).is(Token.Type.LIST) || tokens.get(at).is(Token.Type.BREAK))
                && tokens.get(at + 1).isWord();
    }

    /** An outlet, a role and names that end a line: {@code 新闻网黑龙江频道 记者 伊琳 李清芬}. */
    static boolean endWithNames(List<Token> tokens) {
        int names = tokens.size();
        while (names > 0 && isName(tokens.get(names - 1))) {
            names--;
        }
        int chars = tokens.isEmpty()
                ? 0
                : tokens.get(tokens.size() - 1).end() - tokens.get(0).start();
        return names > 0
                && names < tokens.size()
                && chars <= MOST_CHARS
                && Letters.isHan(tokens.get(names - 1).text())
                && REPORTERS.stream().anyMatch(tokens.get(names - 1).text()::endsWith);
    }
}
