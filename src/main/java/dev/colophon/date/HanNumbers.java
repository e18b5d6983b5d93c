package dev.colophon.date;

/** Numbers in Han numerals before a unit of time: {@code 二〇二五年六月五日} stands for {@code 2025年6月5日}. */
final class HanNumbers {
    private static final String NUMERALS = "〇一二三四五六七八九十";
    private static final String UNITS = "年月日号號时時点點分";
    private static final char TEN = '十';

    private HanNumbers() {}

    /** The text with such numbers as ASCII digits. */
    static String toDigits(String text) {
        if (text.chars().noneMatch(c -> NUMERALS.indexOf(c) >= 0 || c == '零' || c == '元')) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = endOfNumber(text, i);
            if (end > i && end < text.length() && UNITS.indexOf(text.charAt(end)) >= 0) {
                appendNumber(out, text, i, end);
                i = end;
            } else {
                int next = Math.max(end, i + 1);
                out.append(text, i, next);
                i = next;
            }
        }
        return out.toString();
    }

    private static int endOfNumber(String text, int start) {
        if (text.charAt(start) == '元') {
            return start + 1;
        }
        int end = start;
        while (end < text.length() && digit(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static void appendNumber(StringBuilder out, String text, int start, int end) {
        int ten = text.indexOf(TEN, start);
        if (ten < 0 || ten >= end) {
            for (int i = start; i < end; i++) {
                out.append(digit(text.charAt(i)));
            }
        } else {
            int tens = ten == start ? 1 : digit(text.charAt(ten - 1));
            int ones = ten + 1 == end ? 0 : digit(text.charAt(ten + 1));
            out.append(tens * 10 + ones);
        }
    }

    /** The value of a numeral, 10 for ten; -1 for anything else. A first year (元年) counts as 1. */
    private static int digit(char numeral) {
        if (numeral == '元') {
            return 1;
        }
        return numeral == '零' ? 0 : NUMERALS.indexOf(numeral);
    }
}
