package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.conversion.KnownInputs.Known;
import dev.colophon.dataset.table.InputLedger;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputFingerprint;
import dev.colophon.source.Inputs;
import dev.colophon.source.format.Slice;
import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.MemoryStorage;
import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InputComparisonTest {
    private static final Instant BEFORE = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String BYTES = "the bytes";

    @TempDir
    Path folder;

    private static boolean isSame(Storage root, String path, Instant modified) throws IOException {
        return isSame(root, path, modified, null);
    }

    private static boolean isSame(Storage root, String path, Instant modified, @Nullable Instant described)
            throws IOException {
        Inputs inputs = new Inputs(List.of(root), List.of(), List.of(), List.of(), List.of(), List.of());
        String sha256 = Hashes.sha256Hex(BYTES.getBytes(StandardCharsets.UTF_8));
        InputFingerprint known = new InputFingerprint(path, BYTES.length(), BEFORE, sha256, 1);
        return new InputComparison(inputs, Duration.ZERO, NOW)
                .isSame(
                        new InputFile(0, path, path, BYTES.length(), modified, described, "b", Slice.WHOLE),
                        new Known("b", new InputLedger.Entry("b", known)));
    }

    private boolean isSame(String path) throws IOException {
        return isSame(new LocalStorage(folder), path, NOW);
    }

    @Test
    void aFileThatWasOnlyTouchedIsTheSame() throws IOException {
        Files.writeString(folder.resolve("same"), BYTES);
        Files.writeString(folder.resolve("other"), "other one");
        assertThat(isSame("same")).isTrue();
        assertThat(isSame("other")).isFalse();
        assertThat(isSame(new LocalStorage(folder), "other", BEFORE))
                .as("size and time are known")
                .isTrue();
    }

    @Test
    void aFileWhoseSidecarHasChangedIsAnother() throws IOException {
        Files.writeString(folder.resolve("page"), BYTES);
        Storage root = new LocalStorage(folder);
        Instant between = BEFORE.plusSeconds(60);
        assertThat(isSame(root, "page", NOW, NOW))
                .as("the sidecar is the newest")
                .isFalse();
        assertThat(isSame(root, "page", NOW, between)).as("both were changed").isFalse();
        assertThat(isSame(root, "page", NOW, BEFORE)).as("the page was touched").isTrue();
        assertThat(isSame(root, "page", BEFORE, BEFORE)).as("nothing was").isTrue();
        assertThat(isSame(root, "page", BEFORE.minusSeconds(60), BEFORE.minusSeconds(60)))
                .as("an older sidecar took the place of a newer one")
                .isFalse();
    }

    @Test
    void whatIsNoFileIsNotOpened() throws Exception {
        Files.createSymbolicLink(folder.resolve("folder"), Files.createDirectory(folder.resolve("2026-11-21")));
        Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("endless"), Path.of("/dev/zero"));
        new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
        for (String name : List.of("folder", "dangling", "endless", "pipe")) {
            assertThat(isSame(name)).as(name).isFalse();
        }
    }

    @Test
    void whatWentOrCannotBeReadIsNotTheSameHere() throws IOException {
        Files.createDirectory(folder.resolve("unreadable"));
        assertThat(isSame("vanished")).isFalse();
        assertThat(isSame("unreadable")).isFalse();
        assertThat(isSame(new MemoryStorage(), "vanished", NOW)).isFalse();
    }

    @Test
    void aStorageThatDoesNotAnswerFailsThePlan() {
        MemoryStorage silent = new MemoryStorage();
        silent.failOnceAt(1);
        assertThatThrownBy(() -> isSame(silent, "a", NOW)).hasMessageContaining("injected fault");
    }
}
