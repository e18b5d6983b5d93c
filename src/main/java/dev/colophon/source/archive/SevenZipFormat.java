package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.WatchedChannel;
import java.io.IOException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** 7z. */
public final class SevenZipFormat implements Format {
    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        return bytes.startsWith(0, "7z\u00bc\u00af'\u001c");
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        place.requireDepth();
        return ItemReader.over(
                new WatchedChannel(bytes.channel(place)),
                channel -> new DescribedEntries(new SevenZipItems(place, channel, archive(place, channel))));
    }

    private static SevenZFile archive(Place place, WatchedChannel channel) throws IOException {
        try {
            SevenZipStart.require(channel, place.limits());
            return SevenZFile.builder()
                    .setSeekableByteChannel(channel)
                    .setMaxMemoryLimitKiB(
                            (int) Math.min(Integer.MAX_VALUE, place.limits().decoderBytes() >> 10))
                    .get();
        } catch (IOException | RuntimeException broken) {
            throw explained(broken, channel);
        }
    }

    /**
     * What the library's exceptions mean.
     *
     * @throws IOException where it is reading the storage that failed
     */
    static BadInput explained(Exception broken, WatchedChannel channel) throws IOException {
        channel.requireSound();
        if (broken instanceof BadInput known) {
            return known;
        }
        String message = String.valueOf(broken.getMessage());
        if (broken instanceof PasswordRequiredException) {
            return new BadInput(RejectReason.ENCRYPTED, "it needs a password");
        }
        if (broken instanceof MemoryLimitException || broken instanceof org.tukaani.xz.MemoryLimitException) {
            return new BadInput(RejectReason.LIMIT_MEMORY, "reading it would take too much memory: " + message);
        }
        boolean checksum = message.toLowerCase(java.util.Locale.ROOT).contains("checksum");
        return new BadInput(
                checksum ? RejectReason.INTEGRITY : RejectReason.MALFORMED, "the 7z data is damaged: " + message);
    }
}
