package dev.colophon.source;

import static dev.colophon.source.Containers.entries;
import static dev.colophon.source.Containers.tar;
import static dev.colophon.source.Containers.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.model.Capture;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives inside others that are too large to be read in memory. */
class SpooledArchivesTest {
    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    @BeforeEach
    void writeArchive() throws IOException {
        byte[] filling = new byte[5 << 20];
        new Random(5).nextBytes(filling);
        byte[] inner = zip(entries("a.html", "<p>a</p>", "b", filling));
        Files.write(folder.resolve("a.tar"), tar(entries("inner.zip", inner)));
    }

    private ShardReader read(Path copies) throws IOException {
        Inputs inputs = new InputLister(folder, Set.of(), "b").list(List.of(folder.toString()));
        SourceSettings settings = SourceSettings.DEFAULT.keepingIn(copies);
        return ShardReaders.open(ShardPlanner.plan(inputs.files(), "settings").get(0), inputs.roots(), settings);
    }

    @Test
    void theyAreCopiedToTheFolderThatTheJobHasForIt() throws IOException {
        Path copies = temporary.resolve("made");
        try (ShardReader reader = read(copies)) {
            assertThat(reader.next()).isInstanceOf(Capture.class);
            assertThat(copies).as("the system forgets the file's name at once").isEmptyDirectory();
        }
    }

    @Test
    void whereTheyCannotBeCopiedTheMessageSaysWhatToDo() throws IOException {
        Path blocked = Files.writeString(temporary.resolve("blocked"), "a file where a folder is to be made");
        try (ShardReader reader = read(blocked)) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(blocked.toString())
                    .hasMessageContaining("make room there");
        }
    }
}
