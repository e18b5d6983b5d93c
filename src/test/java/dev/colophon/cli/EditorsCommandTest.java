package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.Verification;
import dev.colophon.dataset.table.ContributorList;
import dev.colophon.dataset.table.DecisionLedger;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorsCommandTest {
    @TempDir
    Path folder;

    private void page(String number, String byline) throws IOException {
        Path day = Files.createDirectories(folder.resolve("inbox/2026-11-01"));
        String text =
                "<p>The ferry " + number + " goes over the river again, say the people of the village, who have waited"
                        + " for it longer than they care to remember.</p>";
        Files.writeString(
                day.resolve(number + ".html"),
                "<html><head><title>Ferry " + number + "</title><meta name=author content=\"" + byline
                        + "\"></head><body><article><h1>Ferry " + number + "</h1>" + text + text
                        + "</article></body></html>");
        Files.writeString(
                day.resolve(number + ".html.meta.json"), "{\"url\": \"https://www.coast.example/" + number + "\"}");
    }

    private String run(String... arguments) throws Exception {
        CommandProcess command = CommandProcess.run(arguments);
        assertThat(command.exitCode()).as(command.output()).isZero();
        return command.output();
    }

    private String convert() throws Exception {
        return run(
                "convert",
                folder.resolve("inbox") + "/*",
                "--to",
                archive(),
                "--set",
                "editors=" + folder.resolve("editors.yaml"));
    }

    private String editors(String... options) throws Exception {
        String[] all = new String[options.length + 3];
        all[0] = "editors";
        all[1] = archive();
        all[2] = "--editors=" + folder.resolve("editors.yaml");
        System.arraycopy(options, 0, all, 3, options.length);
        return run(all);
    }

    private String archive() {
        return folder.resolve("archive").toString();
    }

    private Dataset dataset() {
        return Dataset.open(new LocalStorage(folder.resolve("archive")));
    }

    private Map<String, ContributorList.Entry> contributors() throws IOException {
        Map<String, ContributorList.Entry> all = new HashMap<>();
        ContributorList.read(dataset().storage(), dataset().current().parts(), entry -> all.put(entry.name(), entry));
        return all;
    }

    private List<Part> parts(boolean contributors) throws IOException {
        return dataset().current().parts().stream()
                .filter(part -> part.table().equals("contributors") == contributors)
                .filter(part -> !part.table().equals(DecisionLedger.TABLE))
                .toList();
    }

    @Test
    void aRunAfterADecisionChangesContributorsAndNothingElse() throws Exception {
        page("one", "Jane Holloway");
        page("two", "Janet Holloway-Smith");
        page("three", "অভ্র চট্টোপাধ্যায়");
        page("four", "Avra Chattopadhyay");
        Files.createFile(folder.resolve("editors.yaml")); // a file that somebody names is there
        convert();
        List<Part> others = parts(false);
        List<Part> before = parts(true);
        assertThat(editors()).contains("অভ্র চট্টোপাধ্যায়").contains("Jane Holloway");
        assertThat(editors("--search", "Chattopadhyay"))
                .contains("অভ্র চট্টোপাধ্যায়", "merged: the same sounds in another script")
                .doesNotContain("Holloway");
        String jane =
                Objects.requireNonNull(contributors().get("Jane Holloway")).id();
        String janet = Objects.requireNonNull(contributors().get("Janet Holloway-Smith"))
                .id();
        assertThat(editors("--merge", jane.substring(0, 12), janet.substring(0, 8)))
                .contains("holds 1 decision now");

        assertThat(convert()).contains("no input is new; contributors were rebuilt");
        assertThat(parts(false)).isEqualTo(others);
        assertThat(parts(true)).isNotEqualTo(before);
        assertThat(Objects.requireNonNull(contributors().get("Janet Holloway-Smith"))
                        .mergedInto())
                .isEqualTo(jane);
        assertThat(dataset().current().parts(DecisionLedger.TABLE)).hasSize(1);
        assertThat(Verification.verify(dataset(), new TableInspector())).isEmpty();
        assertThat(convert()).contains("nothing new");

        Files.writeString(folder.resolve("editors.yaml"), "# all taken back\n");
        convert();
        assertThat(parts(true)).isEqualTo(before);
        assertThat(dataset().current().parts(DecisionLedger.TABLE)).isEmpty();
        assertThat(Verification.verify(dataset(), new TableInspector())).isEmpty();
    }
}
