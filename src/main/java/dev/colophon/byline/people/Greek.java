package dev.colophon.byline.people;

/** Greek letters that stand for one sound together: {@code Μπακογιάννη} is {@code Bakoyianni}. */
final class Greek {
    /** What a word begins with, and the sound as one Greek letter, or as Latin ones. */
    private static final String[][] FIRST = {{"\u03bc\u03c0", "b"}, {"\u03bd\u03c4", "d"}, {"\u03b3\u03ba", "g"}};

    private static final String[][] INSIDE = {
        {"\u03b1\u03c5", "av"},
        {"\u03b5\u03c5", "ev"},
        {"\u03bf\u03c5", "u"},
        {"\u03b5\u03b9", "i"},
        {"\u03bf\u03b9", "i"},
        {"\u03b1\u03b9", "e"},
        {"\u03b3\u03b3", "ng"},
        {"\u03b3\u03ba", "ng"},
        {"\u03c5", "i"},
        {"\u03b7", "i"},
        {"\u03b3\u03b9", "gi"}
    };

    private Greek() {}

    /** The folded word with these in Latin letters. */
    static String spelled(String word) {
        String out = word;
        for (String[] pair : FIRST) {
            out = out.startsWith(pair[0]) ? pair[1] + out.substring(2) : out;
        }
        for (String[] pair : INSIDE) {
            out = out.replace(pair[0], pair[1]);
        }
        return out;
    }
}
