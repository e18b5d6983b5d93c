package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * Which document it is.
 *
 * @param docId SHA-256 over the machine-independent origin and the payload hash, lower-case hex
 * @param url the address it was captured from; null where unknown
 * @param urlCanonical the address that stands for it: the page's own canonical link, else {@code url}, without fragment
 *     and tracking parameters; null where unknown
 * @param host host name of {@code urlCanonical}, lower case; null where unknown
 * @param registeredDomain the registered part of the host; null where unknown
 * @param publisher id of the publisher's profile, else the site's name as the page states it; null where unknown
 */
public record Identity(
        String docId,
        @Nullable String url,
        @Nullable String urlCanonical,
        @Nullable String host,
        @Nullable String registeredDomain,
        @Nullable String publisher) {}
