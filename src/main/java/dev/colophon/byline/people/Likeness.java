package dev.colophon.byline.people;

/** How two names are alike by their letters, and how much that says. */
enum Likeness {
    NONE(Degree.NONE, 0, "nothing"),
    /** An initial that fits, and family names that only sound alike. */
    FAMILY_ALIKE(Degree.FAINT, 0.15, "an initial that fits and family names that sound alike"),
    SAME_CONSONANTS(Degree.FITTING, 0.25, "the same consonants in another script"),
    INITIALS_ACROSS(Degree.FITTING, 0.25, "an initial that fits, in another script"),
    NEAR_SOUNDS(Degree.FITTING, 0.3, "nearly the same sounds"),
    INITIALS(Degree.FITTING, 0.35, "initials that fit"),
    OTHER_ACCENTS(Degree.FITTING, 0.4, "the same letters with other accents"),
    NAME_MORE(Degree.FITTING, 0.4, "the same names and one more"),
    OTHER_ORDER(Degree.FITTING, 0.45, "the same names in another order"),
    PATRONYMIC(Degree.EQUAL, 0.5, "the same names and a patronymic"),
    TURNED(Degree.EQUAL, 0.5, "the same given and family name, turned round"),
    SAME_SOUNDS(Degree.EQUAL, 0.5, "the same sounds in another script"),
    OTHER_ORTHOGRAPHY(Degree.EQUAL, 0.55, "the same name without its umlauts"),
    SAME_LETTERS(Degree.EQUAL, 0.6, "the same letters");

    /** What follows from it. */
    enum Degree {
        NONE,
        /** Alike, but not more than many names are. */
        FAINT,
        /** One name can stand for the other: initials, a name less, another order, another spelling. */
        FITTING,
        EQUAL
    }

    private final Degree degree;
    private final double weight;
    private final String words;

    Likeness(Degree degree, double weight, String words) {
        this.degree = degree;
        this.weight = weight;
        this.words = words;
    }

    Degree degree() {
        return degree;
    }

    /** What the letters alone are worth, 0 to 1. */
    double weight() {
        return weight;
    }

    /** For people. */
    String words() {
        return words;
    }
}
