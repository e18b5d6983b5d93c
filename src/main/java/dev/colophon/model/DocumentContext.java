package dev.colophon.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document before its claims are read.
 *
 * @param url its address; null where unknown
 * @param host host name of the address, lower case; null where unknown
 * @param registeredDomain the part of the host that is registered ({@code bbc.co.uk}); null where unknown
 * @param capturedAt when it was captured; null where unknown
 * @param language BCP-47 tag of its text; null where unknown
 * @param title its title; null where unknown
 * @param siteName the publisher's name as the page states it; null where unknown
 * @param publisher the publisher's profile; null where none applies
 */
public record DocumentContext(
        @Nullable String url,
        @Nullable String host,
        @Nullable String registeredDomain,
        @Nullable Instant capturedAt,
        @Nullable String language,
        @Nullable String title,
        @Nullable String siteName,
        @Nullable Publisher publisher) {}
