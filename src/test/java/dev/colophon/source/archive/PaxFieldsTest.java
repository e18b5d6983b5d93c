package dev.colophon.source.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PaxFieldsTest {
    private static byte[] fields(String... fields) {
        StringBuilder out = new StringBuilder();
        for (String field : fields) {
            int digits = field.length() + 3 < 10 ? 1 : 2;
            out.append(field.length() + 2 + digits).append(' ').append(field).append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Headers that hold for the whole archive may come by the thousand, each a megabyte of keys of their own. */
    @Test
    void onlyWhatIsUsedIsKept() {
        assertThat(PaxFields.parse(fields("path=a", "mtime=1.5", "linkpath=b", "x=1", "size=3", "path=c")))
                .containsExactlyInAnyOrderEntriesOf(java.util.Map.of("path", "c", "linkpath", "b", "size", "3"));
        assertThat(PaxFields.parse(fields("GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.name=x")))
                .hasSize(1);
    }
}
