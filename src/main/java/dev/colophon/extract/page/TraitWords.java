package dev.colophon.extract.page;

import java.util.List;

/**
 * Finds the words of {@code traits.txt} in class names, ids and roles. Names are compared in one form, lower case with
 * hyphens: {@code articleBody}, {@code article__body} and {@code Article-Body} are {@code article-body}. Takes time linear
 * in the name. Thread-safe.
 */
final class TraitWords {
    private static final int LETTERS = 37;
    private static final int HYPHEN = 36;
    private static final TraitWords ALL = new TraitWords(Resources.lines("traits.txt"));

    /** A node of the trie of words; a word's traits stand where it ends, by what may stand around it. */
    private static final class Node {
        private final Node[] next = new Node[LETTERS];
        private int anywhere;
        private int atStart;
        private int atEnd;
        private int whole;
    }

    private final Node root = new Node();

    private TraitWords(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            int bit = Trait.named(line.substring(0, colon)).bit();
            for (String word : line.substring(colon + 1).strip().split(" +", -1)) {
                add(word, bit);
            }
        }
    }

    private void add(String word, int bit) {
        boolean start = word.startsWith("^");
        boolean end = word.endsWith("$");
        Node node = root;
        for (char letter :
                word.substring(start ? 1 : 0, word.length() - (end ? 1 : 0)).toCharArray()) {
            int index = index(letter);
            if (node.next[index] == null) {
                node.next[index] = new Node();
            }
            node = node.next[index];
        }
        node.whole |= start && end ? bit : 0;
        node.atStart |= start && !end ? bit : 0;
        node.atEnd |= end && !start ? bit : 0;
        node.anywhere |= !start && !end ? bit : 0;
    }

    /** The traits that a class attribute, an id or a role names. */
    static int of(String names) {
        return names.isEmpty() ? 0 : ALL.find(canonical(names));
    }

    private int find(byte[] name) {
        int found = 0;
        for (int start = 1; start < name.length; start++) {
            boolean atStart = name[start - 1] < 0 || name[start - 1] == HYPHEN;
            Node node = root;
            for (int end = start; end < name.length && name[end] >= 0; end++) {
                node = node.next[name[end]];
                if (node == null) {
                    break;
                }
                boolean atEnd = name[end + 1] < 0 || name[end + 1] == HYPHEN;
                found |= node.anywhere | (atStart ? node.atStart : 0) | (atEnd ? node.atEnd : 0);
                found |= atStart && atEnd ? node.whole : 0;
            }
        }
        return found;
    }

    /** Letters as 0 to 35, hyphens as 36, the ends and the gaps between names as -1. */
    private static byte[] canonical(String names) {
        byte[] out = new byte[2 * names.length() + 2];
        int length = 0;
        out[length++] = -1;
        char previous = ' ';
        for (int i = 0; i < names.length(); i++) {
            char unit = names.charAt(i);
            if (unit >= 'A' && unit <= 'Z') {
                if (previous >= 'a' && previous <= 'z') {
                    out[length++] = HYPHEN;
                }
                out[length++] = (byte) (unit - 'A');
            } else if (index(unit) >= 0 && unit != '-') {
                out[length++] = (byte) index(unit);
            } else if (unit <= ' ') {
                out[length++] = -1;
            } else if (out[length - 1] >= 0 && out[length - 1] != HYPHEN) {
                out[length++] = HYPHEN;
            }
            previous = unit;
        }
        out[length++] = -1;
        return java.util.Arrays.copyOf(out, length);
    }

    private static int index(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a';
        }
        if (letter >= '0' && letter <= '9') {
            return 26 + letter - '0';
        }
        return letter == '-' ? HYPHEN : -1;
    }
}
