package dev.colophon.model;

/** How the zone of a date is known. */
public enum ZoneSource {
    /** The chosen date itself carries an offset or a zone, or what readers see of it does. */
    EXPLICIT("explicit"),
    /** Another date of the same page's structured data carries it. */
    STRUCTURED_DATA("structured-data"),
    /** Other pages of the site show it. */
    SITE("site"),
    /** The publisher's profile says so. */
    PUBLISHER_PROFILE("publisher-profile"),
    /** The country of the page's domain, in all of which it is the same time. */
    COUNTRY("country"),
    /** A time is given, its zone is not known. */
    UNKNOWN("unknown");

    private final String label;

    ZoneSource(String label) {
        this.label = label;
    }

    /** As it stands in the data: {@code publisher-profile}. */
    public String label() {
        return label;
    }
}
