package dev.colophon.dataset.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Made-up texts in six scripts, and copies of them as other sites print them. The same numbers give the same texts. */
enum Texts {
    LATIN(0, "abcdefghijklmnoprstuvz", " ", "Published on June 5, 2025", "5 juin 2025"),
    CYRILLIC(1, "абвгдежзиклмнопрстуфхцчшыя", " ", "Опубликовано 5 июня 2025", "05.06.2025"),
    ARABIC(2, "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", " ", "نشر في ٥ يونيو ٢٠٢٥", "2025-06-05"),
    DEVANAGARI(3, "अआइउएकखगघचछजटडतथदधनपफबमयरलवशसह", " ", "प्रकाशित ५ जून २०२५", "June 5, 2025"),
    HAN(4, "的一是不了人在有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小", "", "发布于二〇二五年六月五日", "2025年6月5日"),
    THAI(5, "กขคงจฉชซดตถทธนบปผพฟมยรลวสหอ", "", "เผยแพร่ ๕ มิถุนายน ๒๕๖๘", "5 June 2025");

    private final int number;
    private final String letters;
    private final String space;
    private final String date;
    private final String otherDate;

    Texts(int number, String letters, String space, String date, String otherDate) {
        this.number = number;
        this.letters = letters;
        this.space = space;
        this.date = date;
        this.otherDate = otherDate;
    }

    /** The scripts in turn. */
    static Texts of(int number) {
        List<Texts> all = List.of(values());
        return all.get(number % all.size());
    }

    private List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word(random));
        }
        return words;
    }

    /** A word of a vocabulary of some thousand; a character where the script has no spaces. */
    private String word(Random random) {
        if (space.isEmpty()) {
            return Character.toString(letters.charAt(random.nextInt(letters.length())));
        }
        Random spelling = new Random(random.nextInt(4000) + 77L * number);
        int length = 2 + spelling.nextInt(7);
        return spelling.ints(length, 0, letters.length())
                .mapToObj(letter -> Character.toString(letters.charAt(letter)))
                .collect(Collectors.joining());
    }

    /** An article of so many words, or characters where the script has no spaces. */
    String article(long seed, int words) {
        return date + "\n\n" + paragraphs(words(new Random(seed * 6 + number), words));
    }

    private String paragraphs(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(words.get(i)).append(i % 60 == 59 ? ".\n\n" : i % 13 == 12 ? ". " : space);
        }
        return text.toString();
    }

    /** The article with another date, other words around it, and a share of its words replaced. */
    String copy(long seed, int words, long copySeed, double edited) {
        Random random = new Random(copySeed * 31 + seed);
        List<String> copied = words(new Random(seed * 6 + number), words);
        for (int i = 0; i < copied.size(); i++) {
            if (random.nextDouble() < edited) {
                copied.set(i, word(random));
            }
        }
        String before = paragraphs(words(random, 2));
        String behind = paragraphs(words(random, 3));
        return String.join("\n\n", Arrays.asList(before, otherDate, paragraphs(copied), behind));
    }
}
