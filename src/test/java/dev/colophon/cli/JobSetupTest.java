package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.conversion.JobLimits;
import dev.colophon.conversion.JobSettings;
import dev.colophon.conversion.Upkeep;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.pipeline.TextSelection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSetupTest {
    @TempDir
    Path home;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("config/publishers"));
    }

    private JobSettings settings(String yaml, Map<String, String> environment, Map<String, String> options) {
        try {
            Files.writeString(home.resolve("jobs/nightly.yaml"), yaml);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        JobSetup setup = new JobSetup(home, environment, LocalDate.of(2026, 11, 22));
        return setup.settings(setup.ofFile("nightly", options));
    }

    private static final String MINIMAL = "input: { paths: [in] }\noutput: { dataset: out }\n";

    @Test
    void aJobFileNeedsInputsAndADatasetOnly() {
        JobSettings settings = settings(MINIMAL, Map.of(), Map.of());
        assertThat(settings.job()).isEqualTo("nightly");
        assertThat(settings.inputs()).containsExactly("in");
        assertThat(settings.dataset().location()).isEqualTo(home.resolve("out").toString());
        assertThat(settings.batch()).isEqualTo("{input-folder}");
        assertThat(settings.limits().documentBytes()).isEqualTo(32 << 20);
    }

    @Test
    void asManyDocumentsAreReadAtOnceAsProcessorsAndHeapAllow() {
        long launchersHeap = 910L << 20; // what Java says of -Xmx1g at the least
        assertThat(JobSetup.threads(1, launchersHeap)).isEqualTo(1);
        assertThat(JobSetup.threads(2, launchersHeap)).isEqualTo(2);
        assertThat(JobSetup.threads(32, launchersHeap)).isEqualTo(4);
        assertThat(JobSetup.threads(32, 8L << 30)).isEqualTo(32);
        assertThat(JobSetup.threads(32, 64L << 20)).isEqualTo(1);
        assertThat(settings(MINIMAL, Map.of(), Map.of()).parallelism())
                .isBetween(1, Runtime.getRuntime().availableProcessors());
    }

    @Test
    void whatAJobFileDoesNotSayIsADefault() {
        JobSettings settings = settings(MINIMAL, Map.of(), Map.of());
        assertThat(settings.limits()).isEqualTo(JobLimits.DEFAULT);
        assertThat(settings.upkeep()).isEqualTo(Upkeep.DEFAULT);
        assertThat(settings.text()).isEqualTo(TextSelection.BODY);
    }

    @Test
    void theNightlyJobListsEveryKeyWithItsDefault() throws IOException {
        Path file = Path.of("jobs/nightly.yaml");
        SettingValues written = new SettingValues();
        JobFile.read(file, written);
        for (Setting setting : Setting.values()) {
            String name = setting.key().substring(setting.key().lastIndexOf('.') + 1);
            assertThat(Files.readString(file)).containsPattern("(?m)^[ #]*" + name + ":");
            if (setting.fallback() != null) {
                assertThat(written.require(setting).text()).as(setting.key()).isEqualTo(setting.fallback());
            }
        }
    }

    @Test
    void anOptionWinsOverTheEnvironmentAndThatOverTheFile() {
        String yaml = MINIMAL + "limits: { parse-time: 10s, reject-rate: 0.1 }\nparallelism: 3\n";
        JobSettings settings = settings(
                yaml,
                Map.of("COLOPHON_LIMITS_PARSE_TIME", "20s", "COLOPHON_PARALLELISM", "4"),
                Map.of("parallelism", "5"));
        assertThat(settings.limits().parseTime()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.limits().rejectRate()).isEqualTo(0.1);
        assertThat(settings.parallelism()).isEqualTo(5);
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestKnownOneAndItsLine() {
        assertThatThrownBy(() -> settings(MINIMAL + "paralelism: 2\n", Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("nightly.yaml, line 3: unknown key 'paralelism'; did you mean 'parallelism'?");
        assertThatThrownBy(() -> settings(MINIMAL + "limits: { parse-tiem: 2s }\n", Map.of(), Map.of()))
                .hasMessageContaining("did you mean 'limits.parse-time'?");
    }

    @Test
    void fieldsOfRecordsAreMappedInTheFileOrByAnOption() {
        String yaml = "input: { paths: [in], fields: { html: body, captured-at: ts } }\noutput: { dataset: out }\n";
        assertThat(settings(yaml, Map.of(), Map.of()).fields()).isEqualTo(Map.of("html", "body", "captured-at", "ts"));
        assertThat(settings(yaml, Map.of(), Map.of("input.fields", "url=link,text=story"))
                        .fields())
                .isEqualTo(Map.of("url", "link", "text", "story"));
        assertThat(settings(MINIMAL, Map.of(), Map.of()).fields()).isEmpty();
        assertThatThrownBy(() -> settings(yaml.replace("html", "htm"), Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(
                        "nightly.yaml, line 1: unknown meaning 'htm' in input.fields; did you mean 'html'?");
        assertThatThrownBy(() -> settings(MINIMAL, Map.of(), Map.of("input.fields", "html")))
                .hasMessageContaining("expected MEANING=NAME, found 'html'");
    }

    @Test
    void aListIsSplitBetweenItsItemsOnly() {
        String paths = " in/{a,b}/*, other ,{x,{y,z}},";
        assertThat(settings(MINIMAL, Map.of(), Map.of("input.paths", paths)).inputs())
                .containsExactly("in/{a,b}/*", "other", "{x,{y,z}}");
        assertThat(settings(MINIMAL, Map.of("COLOPHON_INPUT_PATHS", paths), Map.of())
                        .inputs())
                .containsExactly("in/{a,b}/*", "other", "{x,{y,z}}");
        assertThat(settings(MINIMAL, Map.of(), Map.of("input.fields", "url=link, text=story"))
                        .fields())
                .isEqualTo(Map.of("url", "link", "text", "story"));
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() throws IOException {
        refused(
                MINIMAL + "parallelism: 2\nparallelism: 3\n",
                "nightly.yaml, line 4: the key 'parallelism' is there twice; put both under one");
        refused(MINIMAL + "input: { settle: 3s }\n", "line 3: the key 'input' is there twice; put both under one");
        refused(
                MINIMAL + "output.dataset: there\n",
                "line 3: the key 'output.dataset' is there twice; remove one of the two");
        refused(
                "input: { paths: [in], fields: { html: body, html: page } }\noutput: { dataset: out }\n",
                "line 1: the key 'html' is there twice");
        Files.writeString(home.resolve("config/publishers/twice.yaml"), "name: A\nzone: Asia/Kolkata\nname: B\n");
        refused(MINIMAL, "twice.yaml, line 3: the key 'name' is there twice");
    }

    @Test
    void aVariableThatIsMeantForASettingIsOne() {
        assertThatThrownBy(() -> settings(MINIMAL, Map.of("COLOPHON_INPUT_PATH", "in"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the environment variable COLOPHON_INPUT_PATH is no setting; did you mean"
                        + " COLOPHON_INPUT_PATHS?");
        assertThatThrownBy(() -> settings(MINIMAL, Map.of("COLOPHON_JAVA_OPT", "-Xmx2g"), Map.of()))
                .hasMessageContaining("did you mean COLOPHON_JAVA_OPTS?");
        for (String other : List.of(
                "COLOPHON_JAVA_OPTS",
                "COLOPHON_SPARK_OPTS",
                "COLOPHON_CONF",
                "COLOPHON_LOG",
                "COLOPHON_CATALOG_USER",
                "COLOPHON_CATALOG_PASSWORD",
                "COLOPHON_SERVICE_HOST",
                "COLOPHON_UI_SERVICE_PORT_HTTP",
                "COLOPHON_PORT",
                "COLOPHON_UI_PORT_8080_TCP_ADDR",
                "COLOPHONE")) {
            assertThat(settings(MINIMAL, Map.of(other, "x"), Map.of()).inputs())
                    .as(other)
                    .containsExactly("in");
        }
    }

    @Test
    void aBrokenValueIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> settings(MINIMAL + "limits: { document-bytes: lots }\n", Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("nightly.yaml, line 3")
                .hasMessageContaining("expected a size such as 32MB, found 'lots'");
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> settings("input: { paths: [in\n", Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("nightly.yaml, line ");
    }

    @Test
    void whatIsLearnedOfSitesIsASetting() {
        assertThat(settings(MINIMAL, Map.of(), Map.of()).sites()).isEqualTo(SiteSettings.DEFAULT);
        assertThat(settings(MINIMAL + "site-knowledge: { pages: 0, sites: 7 }\n", Map.of(), Map.of())
                        .sites())
                .isEqualTo(new SiteSettings(0, 7));
        assertThat(settings(MINIMAL, Map.of("COLOPHON_SITE_KNOWLEDGE_PAGES", "20"), Map.of())
                        .sites()
                        .pages())
                .isEqualTo(20);
        assertThatThrownBy(() -> settings(MINIMAL + "site-knowledge: { pages: 2 }\n", Map.of(), Map.of()))
                .hasMessageContaining("site-knowledge.pages must be 0, or lie between 3 and 200, not 2");
    }

    @Test
    void aMissingSettingIsNamed() {
        assertThatThrownBy(() -> settings("input: { paths: [in] }\n", Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("output.dataset");
    }

    @Test
    void theRunDateIsTheDayOfTheRun() {
        JobSettings settings = settings(MINIMAL + "batch: \"{run-date}\"\n", Map.of(), Map.of());
        assertThat(settings.batch()).isEqualTo("2026-11-22");
        assertThat(settings.knownAcrossBatches()).isTrue();
    }

    @Test
    void publisherProfilesAreReadAndChecked() throws IOException {
        Files.writeString(
                home.resolve("config/publishers/bangla.yaml"),
                "name: Bangla\ndomains: [Bangla.example]\nzone: Asia/Kolkata\ndate-order: day-month-year\n");
        JobSettings settings = settings(MINIMAL + "publisher: bangla\n", Map.of(), Map.of());
        assertThat(settings.publisher()).isEqualTo("bangla");
        assertThat(settings.publishers().require("bangla").domains()).containsExactly("bangla.example");

        Files.writeString(home.resolve("config/publishers/wrong.yaml"), "zone: Asia/Atlantis\n");
        assertThatThrownBy(() -> settings(MINIMAL, Map.of(), Map.of()))
                .hasMessageContaining("wrong.yaml")
                .hasMessageContaining("no IANA time zone");
        Files.writeString(home.resolve("config/publishers/wrong.yaml"), "zone: BST\n");
        assertThatThrownBy(() -> settings(MINIMAL, Map.of(), Map.of()))
                .hasMessageContaining("'BST' is no IANA time zone");
        Files.writeString(home.resolve("config/publishers/wrong.yaml"), "domains: ['https://coast.example/news']\n");
        assertThatThrownBy(() -> settings(MINIMAL, Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("wrong claims 'https://coast.example/news', which is no domain");
    }

    @Test
    void aProfileFindsAddressesInAnyLetters() throws IOException {
        Files.writeString(home.resolve("config/publishers/books.yaml"), "domains: [Bücher.example, খবর.example]\n");
        assertThat(settings(MINIMAL, Map.of(), Map.of())
                        .publishers()
                        .require("books")
                        .domains())
                .containsExactly("xn--bcher-kva.example", "xn--q5b8bm.example");
    }

    @Test
    void aPathOfProfilesOrDecisionsThatSomebodyGaveIsThere() throws IOException {
        refused(
                MINIMAL + "publishers: config/publisher\n",
                "nightly.yaml, line 3: publishers: expected the folder of publisher profiles, found nothing at "
                        + home.resolve("config/publisher"));
        refused(MINIMAL + "editors: editors.yaml\n", "editors: expected the file of decisions about contributors");
        assertThatThrownBy(() -> settings(MINIMAL, Map.of(), Map.of("editors", "none.yaml")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--set editors: expected the file of decisions")
                .hasMessageContaining("found nothing at " + home.resolve("none.yaml"))
                .hasMessageContaining("correct the path, which starts from " + home + ", or make it");
        assertThatThrownBy(() -> settings(MINIMAL, Map.of("COLOPHON_PUBLISHERS", "none"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("COLOPHON_PUBLISHERS: expected the folder");
        refused(MINIMAL + "publishers: jobs/nightly.yaml\n", "expected a folder of publisher profiles, found a file");

        Files.delete(home.resolve("config/publishers"));
        assertThat(settings(MINIMAL, Map.of(), Map.of()).publishers().all()).isEmpty();
    }

    @Test
    void aProfileMayEndInYmlToo() throws IOException {
        Files.writeString(home.resolve("config/publishers/bangla.yml"), "name: Bangla\n");
        assertThat(settings(MINIMAL, Map.of(), Map.of())
                        .publishers()
                        .require("bangla")
                        .name())
                .isEqualTo("Bangla");
        Files.writeString(home.resolve("config/publishers/bangla.yaml"), "name: Bangla\n");
        refused(MINIMAL, "two publisher profiles have the id bangla");
    }

    @Test
    void anUnknownPublisherIsRefused() {
        assertThatThrownBy(() -> settings(MINIMAL + "publisher: nobody\n", Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no publisher profile has the id nobody");
    }

    @Test
    void theTextIsTheBodyUnlessTheJobWantsMore() {
        assertThat(settings(MINIMAL, Map.of(), Map.of()).text()).isEqualTo(TextSelection.BODY);
        assertThat(settings(MINIMAL + "text: { captions: true }\n", Map.of(), Map.of("text.comments", "yes"))
                        .text())
                .isEqualTo(new TextSelection(true, true));
        assertThatThrownBy(() -> settings(MINIMAL + "text: { captions: some }\n", Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("text.captions: expected true or false, found 'some'");
    }

    @Test
    void whatGoesIntoTheTextIsPartOfTheSettingsHash() {
        assertThat(hash(Map.of("text.captions", "true")))
                .isNotEqualTo(hash(Map.of()))
                .isNotEqualTo(hash(Map.of("text.comments", "true")))
                .isEqualTo(hash(Map.of("text.captions", "on")));
    }

    private String hash(Map<String, String> options) {
        return settings(MINIMAL, Map.of(), options).pipeline(home).versions().settingsSha256();
    }

    @Test
    void anUnknownJobIsRefusedWithTheKnownOnes() {
        JobSetup setup = new JobSetup(home, Map.of(), LocalDate.of(2026, 11, 22));
        assertThatThrownBy(() -> setup.ofFile("weekly", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no job 'weekly'");
    }

    @Test
    void aFileThatIsNoYamlTextIsRefusedWithItsName() throws IOException {
        refused(MINIMAL + "batch: a\u0001b\n", "nightly.yaml: expected text, found the character U+1 at position");
        refused(MINIMAL + "batch: " + "[".repeat(99) + "]".repeat(99) + "\n", "nightly.yaml: cannot be read as YAML");
        Files.write(home.resolve("jobs/binary.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});
        JobSetup setup = new JobSetup(home, Map.of(), LocalDate.of(2026, 11, 22));
        assertThatThrownBy(() -> setup.ofFile("binary", Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("binary.yaml: cannot be read as YAML in UTF-8");
    }

    private void refused(String yaml, String message) {
        assertThatThrownBy(() -> settings(yaml, Map.of(), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aProfileOfOtherThanKeysAndValuesIsRefusedWithItsLine() throws IOException {
        Path profile = home.resolve("config/publishers/odd.yaml");
        Files.writeString(profile, "name: Odd\n[a, b]: c\n");
        refused(MINIMAL, "odd.yaml, line 2: expected a single value");
        Files.writeString(profile, "name: Odd\ndomains: &all [odd.example, *all]\n");
        refused(MINIMAL, "odd.yaml, line 2: expected a single value");
    }

    @Test
    void anAmountThatNoNumberHoldsIsRefused() {
        refused(
                MINIMAL + "limits: { parse-time: 99999999999999h }\n",
                "limits.parse-time: '99999999999999h' is more than");
        refused(
                MINIMAL + "limits: { document-bytes: 99999999999GB }\n",
                "limits.document-bytes: '99999999999GB' is more");
    }
}
