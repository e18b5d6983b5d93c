package dev.colophon.byline;

import java.util.List;

/** Tells Chinese and Korean names from other words by the surname that they begin with. */
final class EastAsianNames {
    private static final int LONGEST = 4;

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

    private static boolean isOneScript(String word) {
        return Letters.isHan(word) || Letters.isHangul(word);
    }

    /** Whether an outlet is written to a role word before a name: {@code 信报记者 蔡雪婧}. */
    static boolean isOutletBeforeRole(List<Token> tokens, int role, int roleTokens) {
        int next = role + roleTokens;
        return role > 0
                && next < tokens.size()
                && tokens.get(role - 1).end() == tokens.get(role).start()
                && !isName(tokens.get(role - 1))
                && Letters.isEastAsian(tokens.get(role).text().codePointAt(0))
                && isName(tokens.get(next));
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

    /** {@code 김서연 사진 박지훈}. */
    static boolean isBetweenNames(List<Token> tokens, int role, int roleTokens) {
        int next = role + roleTokens;
        return role > 0 && next < tokens.size() && isName(tokens.get(role - 1)) && isName(tokens.get(next));
    }

    /** Whether the words are names and roles and nothing else: {@code 王小明 李雷 摄影 张三}. */
    static boolean areNames(List<Token> tokens) {
        return !tokens.isEmpty()
                && isName(tokens.get(0))
                && tokens.stream()
                        .filter(Token::isWord)
                        .allMatch(token -> isName(token) || RoleWords.isRoleAlone(token.folded()));
    }

    /** Names in brackets and nothing else, as Chinese papers end an article: {@code （常书香 马丹阳）}. */
    static boolean areBracketed(List<Token> inside) {
        int size = inside.size();
        if (size < 2 || !inside.get(size - 1).is(Token.Type.CLOSE)) {
            return false;
        }
        List<Token> names = inside.subList(0, size - 1);
        boolean sure = names.size() > 1 || names.get(0).text().length() == 3;
        return sure && names.size() <= 4 && names.stream().allMatch(EastAsianNames::isName);
    }
}
