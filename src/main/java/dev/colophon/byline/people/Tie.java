package dev.colophon.byline.people;

/** What two names share besides their letters. */
public enum Tie {
    /** One publisher names both. Without this tie nothing is ever joined. */
    PUBLISHER(0.15, "one publisher"),
    /** Both lead to one page of an author, or one e-mail address. */
    AUTHOR_PAGE(0.2, "one author's page or address"),
    /** One document names both at places that name the same contributor. */
    DOCUMENT(0.2, "one document names both as one");

    private final double weight;
    private final String words;

    Tie(double weight, String words) {
        this.weight = weight;
        this.words = words;
    }

    /** What it adds to a score. */
    double weight() {
        return weight;
    }

    /** For people. */
    String words() {
        return words;
    }
}
