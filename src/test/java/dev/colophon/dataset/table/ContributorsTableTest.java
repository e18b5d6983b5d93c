package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.byline.people.Decisions;
import dev.colophon.dataset.Part;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributorsTableTest {
    private static final String COAST = "coast.example";
    private static final String INLAND = "inland.example";
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 5);

    @TempDir
    Path folder;

    private Decisions decisions = Decisions.NONE;

    private Archive archive(List<Samples.Input> inputs) throws Exception {
        Archive archive = new Archive(folder.resolve("archive")).deciding(decisions);
        archive.stage("all", inputs);
        archive.commit("b", Set.of());
        return archive;
    }

    /** Rows of contributors as DuckDB reads them: {@code name: …}. */
    private Map<String, String> rows(Bylines pages, String what) throws Exception {
        archive(pages.inputs());
        Map<String, String> rows = new TreeMap<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery("WITH c AS (FROM read_parquet('"
                        + folder.resolve("archive/contributors") + "/*.parquet')) SELECT c.name, " + what
                        + " FROM c LEFT JOIN c m ON c.merged_into = m.contributor_id")) {
            while (result.next()) {
                rows.merge(result.getString(1), String.valueOf(result.getString(2)), (a, b) -> a + " & " + b);
            }
        }
        return rows;
    }

    private Map<String, String> merged(Bylines pages) throws Exception {
        return rows(pages, "m.name");
    }

    private static Bylines avra() {
        return new Bylines()
                .page(COAST, JUNE, "অভ্র চট্টোপাধ্যায়")
                .page(COAST, JUNE.plusDays(1), "Avra Chattopadhyay")
                .page(COAST, JUNE.plusDays(2), "A. Chattopadhyay");
    }

    @Test
    void threeSpellingsOfOnePersonMeetAtOnePublisher() throws Exception {
        assertThat(merged(avra()))
                .containsEntry("অভ্র চট্টোপাধ্যায়", "null")
                .containsEntry("Avra Chattopadhyay", "অভ্র চট্টোপাধ্যায়")
                .containsEntry("A. Chattopadhyay", "অভ্র চট্টোপাধ্যায়");
        assertThat(
                        rows(
                                avra(),
                                "concat(c.documents, ' ', c.variants::VARCHAR, ' ', c.scripts::VARCHAR, ' ', c.first_seen, ' ', c.last_seen)"))
                .containsEntry(
                        "অভ্র চট্টোপাধ্যায়",
                        "3 [A. Chattopadhyay, Avra Chattopadhyay, অভ্র চট্টোপাধ্যায়] [Beng, Latn] 2025-06-05 2025-06-07")
                .containsEntry("A. Chattopadhyay", "1 [A. Chattopadhyay] [Latn] 2025-06-07 2025-06-07");
        assertThat(rows(avra(), "array_to_string(c.reasons, '; ')"))
                .containsEntry("Avra Chattopadhyay", "merged: the same sounds in another script; one publisher")
                .containsEntry(
                        "A. Chattopadhyay",
                        "merged: initials that fit; one publisher; it fits nobody else of this publisher");
    }

    @Test
    void twoPeopleOfOneNameAtTwoPublishersAreProposedAndNotMerged() throws Exception {
        Bylines pages = new Bylines().page(COAST, JUNE, "Jane Doe").page(INLAND, JUNE, "Jane Doe");
        assertThat(merged(pages)).containsEntry("Jane Doe", "null & null");
        assertThat(rows(pages, "c.same_as[1].contributor_id").get("Jane Doe").split(" & "))
                .containsExactlyInAnyOrder(Bylines.id(COAST, "Jane Doe"), Bylines.id(INLAND, "Jane Doe"));
        assertThat(rows(pages, "concat(c.same_as[1].score, ' ', c.same_as[1].reason)"))
                .containsEntry(
                        "Jane Doe",
                        "0.6 the same letters; another publisher & 0.6 the same letters; another publisher");
    }

    @Test
    void anInitialThatFitsTwoPeopleIsProposedToBoth() throws Exception {
        Bylines pages = avra().page(COAST, JUNE, "Amit Chattopadhyay");
        assertThat(merged(pages))
                .containsEntry("Avra Chattopadhyay", "অভ্র চট্টোপাধ্যায়")
                .containsEntry("A. Chattopadhyay", "null")
                .containsEntry("Amit Chattopadhyay", "null");
        assertThat(rows(pages, "len(c.same_as)")).containsEntry("A. Chattopadhyay", "2");
    }

    @Test
    void whoStandsBesideAFullNameIsSomebodyElse() throws Exception {
        Bylines pages = new Bylines().page(COAST, JUNE, "Jane Holloway", "J. Holloway");
        assertThat(merged(pages)).containsEntry("J. Holloway", "null");
    }

    @Test
    void otherWorkOrOtherYearsKeepAnInitialApart() throws Exception {
        assertThat(merged(
                        new Bylines().page(COAST, JUNE, "Jane Holloway").page(COAST, JUNE, "photographer:J. Holloway")))
                .containsEntry("J. Holloway", "null");
        assertThat(merged(new Bylines()
                        .page(COAST, JUNE, "Jane Holloway")
                        .page(COAST, JUNE.minusYears(9), "J. Holloway")))
                .containsEntry("J. Holloway", "null");
    }

    @Test
    void withoutAPublisherNothingIsJoined() throws Exception {
        assertThat(merged(new Bylines().page("", JUNE, "অভ্র চট্টোপাধ্যায়").page("", JUNE, "Avra Chattopadhyay")))
                .containsEntry("Avra Chattopadhyay", "null")
                .containsEntry("অভ্র চট্টোপাধ্যায়", "null");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theRowsAreTheSameInAnyOrderAndInAnyBatches(long seed) throws Exception {
        Bylines pages = avra().page(INLAND, JUNE, "Avra Chattopadhyay")
                .page(COAST, null, "Rahul Sen", "editor:Avra Chattopadhyay", "অভ্র চট্টোপাধ্যায়")
                .page(COAST, JUNE, "R. Sen")
                .page(COAST, JUNE, "Ritu Sen")
                .page("", JUNE, "Rahul Sen")
                .pages(20, "town.example", "Somoy Web")
                .page("town.example", JUNE, "Jürgen Köhler", "Juergen Koehler");
        for (String name : List.of("Ann Lee", "Bo Berg", "Cy Marsh", "Di Wood", "Ed Stone")) {
            pages.page("town.example", JUNE, name);
        }
        Part expected = contributors(archive(pages.inputs()));
        List<Samples.Input> shuffled = new ArrayList<>(pages.inputs());
        Collections.shuffle(shuffled, new Random(seed));
        Archive other = new Archive(folder.resolve("other-" + seed));
        int from = 0;
        for (String batch : List.of("z", "y", "x", "w")) {
            int to = batch.equals("w") ? shuffled.size() : from + (int) (seed * 3);
            other.stage("s-" + batch, shuffled.subList(from, to));
            other.commit(batch, Set.of());
            from = to;
        }
        assertThat(contributors(other)).isEqualTo(expected);
    }

    /** One document a task, a few, about half, all; each task is done twice, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 60, 1000})
    void theTableIsTheSameHoweverManyTasksReadTheDocuments(long documents) throws Exception {
        Bylines pages = avra().pages(30, COAST, "Rahul Sen", "editor:Rahul Sen")
                .pages(20, INLAND, "Ann Lee", "Anna Lee")
                .pages(40, "town.example", "Town Desk");
        List<Samples.Input> inputs = pages.inputs();
        Archive archive = new Archive(folder.resolve("archive"));
        for (int from = 0; from < inputs.size(); from += 10) {
            String batch = String.format(Locale.ROOT, "b-%03d", from);
            archive.stage("s-" + batch, inputs.subList(from, Math.min(inputs.size(), from + 10)));
            archive.commit(batch, Set.of());
        }
        List<Integer> tasks = new ArrayList<>();
        TaskRunner twice = Runners.twice(archive.storage, Archive.STAGING, documents);
        List<Part> rebuilt = new ContributorsTable(archive.storage, Archive.STAGING, Decisions.NONE, documents)
                .rebuild(archive.live(), List.of(), (what, work, taken) -> {
                    tasks.add(work.size());
                    twice.run(what, work, taken);
                });
        int batches = (inputs.size() + 9) / 10;
        assertThat(tasks).containsExactly(documents < 10 ? batches : documents < 100 ? (batches + 5) / 6 : 1);
        assertThat(rebuilt).containsExactly(contributors(archive));
        assertThat(archive.storage.list(Archive.STAGING + "/merge/contributors"))
                .isEmpty();
    }

    /** With none held, each document is a group of its own. */
    @ParameterizedTest
    @ValueSource(longs = {1000, 5000, 1 << 20})
    void documentsThatNameTheSamePeopleAreCountedAlikeHoweverManyGroupsAreHeld(long bytes) throws Exception {
        Bylines pages = avra().pages(30, COAST, "Rahul Sen", "editor:Rahul Sen");
        for (int i = 0; i < 30; i++) {
            pages.page(COAST, i % 3 == 0 ? null : JUNE.plusDays(i * 7 % 30), i % 2 == 0 ? "Rahul Sen" : "RAHUL SEN")
                    .page(INLAND, JUNE, "Rahul Sen", "Ann Lee " + (char) ('A' + i % 4));
        }
        Archive archive = archive(pages.inputs());

        assertThat(summaries(archive, bytes))
                .isEqualTo(summaries(archive, 0))
                .anySatisfy(one -> assertThat(one).contains("Rahul Sen 60 of 60"));
    }

    private List<String> summaries(Archive archive, long bytes) throws Exception {
        List<String> all = new ArrayList<>();
        try (MentionReader reader = new MentionReader(archive.storage, "work", 0, bytes)) {
            for (Part part : archive.live()) {
                if (part.table().equals("documents")) {
                    reader.read(part.path());
                }
            }
            try (Summaries summaries = new Summaries(reader.mentions())) {
                for (Summary one = summaries.next(); one != null; one = summaries.next()) {
                    all.add(one.id() + " " + one.name() + " " + one.writings() + " of " + one.documents() + " "
                            + one.figures());
                }
            }
        }
        return all;
    }

    private static Part contributors(Archive archive) {
        return archive.live().stream()
                .filter(part -> part.table().equals("contributors"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameOnALargeShareOfAPublishersPagesIsADesk() throws Exception {
        Bylines pages = new Bylines().pages(12, COAST, "Somoy Web");
        for (String name :
                List.of("Ann Lee", "Bo Berg", "Cy Marsh", "Di Wood", "Ed Stone", "Flo Hill", "Gus Reed", "Hal Ford")) {
            pages.page(COAST, JUNE, name);
        }
        assertThat(rows(pages, "c.kind || ' ' || array_to_string(c.reasons, '; ')"))
                .containsEntry("Somoy Web", "desk desk: by use, on 12 of 20 pages of coast.example")
                .containsEntry("Ann Lee", "person ");
    }

    @Test
    void theOnlyAuthorOfABlogIsAPerson() throws Exception {
        assertThat(rows(new Bylines().pages(40, COAST, "Ann Lee").page(COAST, JUNE, "Bo Berg"), "c.kind"))
                .containsEntry("Ann Lee", "person");
    }

    @Test
    void decisionsMergeSplitIgnoreAndSayWhatIsADesk() throws Exception {
        Bylines pages = avra().page(INLAND, JUNE, "Jane Doe")
                .page(COAST, JUNE, "Jane Doe")
                .page(COAST, JUNE, "Staff Writer")
                .page(COAST, JUNE, "Somoy Web")
                .page(COAST, JUNE, "Bo Berg")
                .page(COAST, JUNE, "Captain Ahoi");
        decisions = new Decisions(
                List.of(new Decisions.Alias(new Decisions.Named("bo berg", COAST), List.of("Captain Ahoi"))),
                List.of(new Decisions.Merge(
                        Bylines.id(INLAND, "Jane Doe"), List.of(Bylines.id(COAST, "Jane Doe"), "0".repeat(32)))),
                List.of(new Decisions.Split(
                        List.of(Bylines.id(COAST, "Avra Chattopadhyay"), Bylines.id(COAST, "অভ্র চট্টোপাধ্যায়")))),
                List.of(new Decisions.Named("STAFF WRITER", null)),
                List.of(new Decisions.KindOf(new Decisions.Named("Somoy Web", null), "desk")));
        assertThat(merged(pages))
                .containsEntry("Captain Ahoi", "Bo Berg")
                .containsEntry("Avra Chattopadhyay", "null")
                .containsEntry("অভ্র চট্টোপাধ্যায়", "null");
        assertThat(merged(pages).get("Jane Doe").split(" & ")).containsExactlyInAnyOrder("Jane Doe", "null");
        assertThat(rows(pages, "concat(c.ignored, ' ', c.kind, ' ', array_to_string(c.reasons, '; '))"))
                .containsEntry("Staff Writer", "true person ignored: decided in the editors file")
                .containsEntry("Somoy Web", "false desk desk: decided in the editors file")
                .containsEntry("Captain Ahoi", "false person merged: decided in the editors file");
    }

    @Test
    void namesThatFitAreOnePersonsWhereDocumentsGiveThemOnePage() throws Exception {
        Bylines pages = new Bylines()
                .page(COAST, JUNE, "Jane Q. Holloway <jane@coast.example>")
                .page(
                        COAST,
                        JUNE.plusDays(1),
                        "Jane Holloway <jane@coast.example>",
                        "Liam Doe <https://coast.example/ld>")
                .page(COAST, JUNE.plusDays(2), "L. Doe <https://coast.example/ld>", "Lena Doe")
                .page(COAST, JUNE.plusDays(2), "Paula Q. Ost", "Paula Ost");
        assertThat(merged(pages))
                .containsEntry("Jane Q. Holloway", "Jane Holloway")
                .containsEntry("L. Doe", "Liam Doe")
                .containsEntry("Lena Doe", "null")
                .containsEntry("Paula Ost", "null");
        assertThat(rows(pages, "array_to_string(c.addresses, ' ')"))
                .containsEntry("Liam Doe", "https://coast.example/ld")
                .containsEntry("Lena Doe", "");
    }

    @Test
    void aPageOfAWholeNewsroomJoinsNobody() throws Exception {
        Bylines pages = new Bylines()
                .page(COAST, JUNE, "Jane Q. Holloway <https://coast.example/staff>")
                .page(COAST, JUNE, "Jane Holloway <https://coast.example/staff>")
                .page(COAST, JUNE, "Ruth Okafor <https://coast.example/staff>");
        assertThat(merged(pages)).containsEntry("Jane Holloway", "null").containsEntry("Jane Q. Holloway", "null");
    }

    @Test
    void oneAddressAtTwoPublishersJoinsNobody() throws Exception {
        Bylines pages = new Bylines()
                .page(COAST, JUNE, "Jane Q. Holloway <jane@press.example>")
                .page(INLAND, JUNE, "Jane Holloway <jane@press.example>");
        assertThat(merged(pages)).containsEntry("Jane Holloway", "null").containsEntry("Jane Q. Holloway", "null");
    }
}
