package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * What a text is recognised by.
 *
 * @param textSha256 SHA-256 of the main text in its normal form, lower-case hex; null where there is no text
 * @param minhash one-permutation MinHash of the text's shingles, 128 values of 4 bytes, big endian; null where the text
 *     is too short. Not copied: nobody may write to it.
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of each would only cost time
public record Fingerprint(@Nullable String textSha256, byte @Nullable [] minhash) {}
