package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.EntryItems;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Opener;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Sidecar;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.source.format.StreamBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that fails as no reader should costs the input or entry that it reads, and no other. */
class ReaderFaultsTest {
    private static final int GROUPS = 60_000;

    @TempDir
    Path folder;

    /** A file whose schema is that many groups, one in another. */
    private static byte[] nestedGroups(int count) throws IOException {
        List<SchemaElement> schema = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SchemaElement group = new SchemaElement("g");
            group.setNum_children(1);
            group.setRepetition_type(FieldRepetitionType.OPTIONAL);
            schema.add(group);
        }
        SchemaElement leaf = new SchemaElement("html");
        leaf.setType(Type.BYTE_ARRAY);
        leaf.setRepetition_type(FieldRepetitionType.OPTIONAL);
        schema.add(leaf);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("PAR1"));
        Util.writeFileMetaData(new FileMetaData(1, schema, 0, List.of()), out);
        int footer = out.size() - 4;
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer)
                .array());
        out.writeBytes(bytes("PAR1"));
        return out.toByteArray();
    }

    @Test
    void aSchemaThatIsNestedTooDeepIsAReject() throws IOException {
        Files.write(folder.resolve("b.parquet"), nestedGroups(GROUPS));
        Files.write(folder.resolve("c.html"), bytes("<p>c</p>"));
        Files.write(
                folder.resolve("d.tar"),
                Containers.tar(Containers.entries("e", nestedGroups(GROUPS), "f", "<p>f</p>")));
        ReadFolder.Read read = ReadFolder.read(folder);
        assertThat(read.shown()).containsExactly("!malformed", "c.html", "!malformed", "d.tar");
        assertThat(read.reject(0).message()).contains("StackOverflowError");
        assertThat(read.reject(0).payloadSha256()).isNotNull();
        assertThat(read.reject(2).origin().containerPath()).isEqualTo("e");
    }

    @Test
    void whatCannotBeCutIsReadInOnePart() throws IOException {
        Files.write(folder.resolve("b.parquet"), nestedGroups(GROUPS));
        Inputs inputs = new InputLister(folder, Set.of(), "b").list(List.of(folder.toString()));
        assertThat(InputParts.of(inputs.files(), inputs.roots(), SourceSettings.DEFAULT, 1000))
                .singleElement()
                .matches(part -> part.slice().isWhole());
    }

    /** Gives one page and then what is thrown. */
    private static EntryItems entry(Supplier<? extends Throwable> fault) {
        Opener opener = (place, content) -> new ItemReader() {
            private boolean given;

            @Override
            public @Nullable SourceItem next() throws IOException {
                if (given) {
                    return sneak(fault.get());
                }
                given = true;
                content.consume(content.ensure(3));
                return new Capture(place.whole(), null, null, null, null, null, null, bytes("a"));
            }
        };
        Place.Reading reading = new Place.Reading(
                SourceSettings.DEFAULT, opener, new Budget(100, SourceSettings.DEFAULT.limits()), null);
        Place file = Place.ofFile("dump.tar", 100, Slice.WHOLE, Sidecar.NONE, reading);
        ByteWindow content = StreamBytes.of(new ByteWindow.ByteSlice(bytes("<p>a</p>"), 0, 8));
        return new EntryItems(file.entry("a.html", 10, 20), content);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <E extends Throwable> SourceItem sneak(Throwable fault) throws E {
        @SuppressWarnings("unchecked")
        E thrown = (E) fault;
        throw thrown;
    }

    @Test
    void anEntryWhoseReaderFailsIsAReject() throws IOException {
        List<Supplier<? extends Throwable>> faults = List.of(
                () -> new IllegalStateException("no such table\n"), StackOverflowError::new, NullPointerException::new);
        for (Supplier<? extends Throwable> fault : faults) {
            EntryItems items = entry(fault);
            assertThat(items.next()).isInstanceOf(Capture.class);
            Reject reject = (Reject) items.next();
            assertThat(reject.reason()).isEqualTo(RejectReason.MALFORMED);
            assertThat(reject.origin()).isEqualTo(new Origin("dump.tar", "a.html", 10, 20, null));
            assertThat(reject.message())
                    .contains(fault.get().getClass().getSimpleName())
                    .contains("byte 3")
                    .doesNotContain("\n");
            assertThat(items.next()).isNull();
        }
    }

    @Test
    void anInterruptionIsNoFaultOfTheInput() throws IOException {
        EntryItems items = entry(() -> new IllegalStateException(new InterruptedException()));
        assertThat(items.next()).isInstanceOf(Capture.class);
        assertThatIllegalStateException().isThrownBy(items::next);
    }
}
