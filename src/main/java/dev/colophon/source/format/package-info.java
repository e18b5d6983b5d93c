/**
 * What formats share, and what a new one needs. A format is a {@link dev.colophon.source.format.Format}: it looks at the
 * first bytes in a {@link dev.colophon.source.format.ByteWindow} and says whether they are its own, and opens an
 * {@link dev.colophon.source.format.ItemReader} that gives the captures and rejects in order. To add one:
 *
 * <ol>
 *   <li>Write the format and its reader in a package beside this one ({@code warc}, {@code archive}, {@code compress},
 *       {@code records}); only this package may be used from there, and {@code compress}.
 *   <li>Put it into the list of {@code dev.colophon.source.Formats}, where it is asked in its turn, for whole files and for
 *       entries alike. What is compressed arrives decompressed: {@code pages.jsonl.zst} needs nothing of its own.
 *   <li>Origins come from the {@link dev.colophon.source.format.Place}: {@code place.origin(offset, length, id)} for a record,
 *       whose offset counts the bytes that the reader was given ({@code bytes.position()}), {@code place.whole()} for a format
 *       that makes one document of all its bytes. An entry with a name of its own ({@code part.eml} in an mbox needs none)
 *       is opened with {@code place.entry(name, offset, length).open(window)}, which asks all formats again.
 *   <li>A bad record is a {@link dev.colophon.source.format.Rejects reject} with its offset and length, and the reader goes
 *       on. Reading the window may throw {@link dev.colophon.source.format.BadInput}, since it may be decompressed from
 *       damaged bytes: a reader that has given items catches it, gives a reject of the place where it broke, and ends;
 *       one that has not lets it pass. Any other {@link java.io.IOException} is a fault of the storage and always passes.
 *   <li>Bytes are bounded before they are kept: at most {@code limits().documentBytes()} for one capture, a step at a time,
 *       never by a length that the input declares.
 *   <li>A format that needs reads at any position asks {@code bytes.channel(place)} before it consumes anything; a file is
 *       read where it lies, anything else is copied first.
 *   <li>A format whose large files can be cut at its records is {@link dev.colophon.source.format.Splittable}.
 * </ol>
 */
@NullMarked
package dev.colophon.source.format;

import org.jspecify.annotations.NullMarked;
