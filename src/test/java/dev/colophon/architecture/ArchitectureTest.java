package dev.colophon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds every package to the packages below it, and every library to the packages that may know it. */
@AnalyzeClasses(packages = "dev.colophon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.colophon.";

    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("model", List.of());
        MAY_USE.put("text", List.of());
        MAY_USE.put("storage", List.of());
        List.of("date", "byline", "extract", "language", "dedup")
                .forEach(reader -> MAY_USE.put(reader, List.of("model", "text")));
        MAY_USE.put("pipeline", List.of("model", "text", "date", "byline", "extract", "language", "dedup"));
        MAY_USE.put("source", List.of("model", "text", "storage"));
        MAY_USE.put("dataset", List.of("model", "text", "byline", "dedup", "storage", "source"));
        MAY_USE.put("report", List.of("model", "text", "dataset"));
        MAY_USE.put("catalog", List.of("storage", "dataset"));
        List<String> readers = List.of(
                "model",
                "text",
                "storage",
                "date",
                "byline",
                "extract",
                "language",
                "dedup",
                "pipeline",
                "source",
                "dataset",
                "report",
                "catalog");
        MAY_USE.put("conversion", readers);
        List<String> conversion =
                Stream.concat(readers.stream(), Stream.of("conversion")).toList();
        MAY_USE.put("batch", conversion);
        MAY_USE.put("spark", conversion);
    }

    @ArchTest
    static void everyPackageUsesOnlyThoseBelowIt(com.tngtech.archunit.core.domain.JavaClasses all) {
        MAY_USE.forEach((name, allowed) -> {
            TreeSet<String> forbidden = new TreeSet<>(MAY_USE.keySet());
            forbidden.add("cli");
            forbidden.removeAll(allowed);
            forbidden.remove(name);
            String[] packages =
                    forbidden.stream().map(other -> ROOT + other + "..").toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .allowEmptyShould(true)
                    .check(all);
        });
    }

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule formatsKnowWhatTheyShareAndNotOneAnother = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "source.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "source");

    @ArchTest
    static final ArchRule noFormatUsesAnother = slices().matching(ROOT + "source.(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    JavaClass.Predicates.resideInAnyPackage(ROOT + "source.format", ROOT + "source.compress"));

    @ArchTest
    static final ArchRule whatFormatsShareKnowsNone = noClasses()
            .that()
            .resideInAPackage(ROOT + "source.format")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "source.compress");

    @ArchTest
    static final ArchRule tikaAndJsoupStayInExtract = onlyIn(List.of("extract"), "org.jsoup..", "org.apache.tika..");

    @ArchTest
    static final ArchRule jwarcStaysInSource =
            onlyIn(List.of("source"), "org.netpreserve..", "org.apache.commons.compress..");

    @ArchTest
    static final ArchRule parquetStaysInDatasetAndTheFormat =
            onlyIn(List.of("dataset", "catalog", "source.records.parquet"), "org.apache.parquet..");

    @ArchTest
    static final ArchRule mimeStaysInMail = onlyIn(List.of("source.mail"), "org.apache.james..");

    @ArchTest
    static final ArchRule hadoopStaysInStorageAndDataset =
            onlyIn(List.of("storage", "dataset", "catalog"), "org.apache.hadoop..");

    @ArchTest
    static final ArchRule icebergStaysInCatalog = onlyIn(List.of("catalog"), "org.apache.iceberg..");

    @ArchTest
    static final ArchRule springStaysInBatchAndCli = onlyIn(List.of("batch", "cli"), "org.springframework..");

    @ArchTest
    static final ArchRule sparkStaysInItsEngine = onlyIn(List.of("spark"), "org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule picocliStaysInCli = onlyIn(List.of("cli"), "picocli..");

    @ArchTest
    static final ArchRule theReadersKnowOnlyIcu = classes()
            .that()
            .resideInAnyPackage(ROOT + "model..", ROOT + "text..", ROOT + "date..", ROOT + "byline..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.ibm.icu..", "dev.colophon..");

    /** Unicode's own normalizer takes the square of a run of marks. */
    @ArchTest
    static final ArchRule normalFormsAreMadeInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.colophon.text.NormalForm")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.ibm\\.icu\\.text\\.Normalizer.*|java\\.text\\.Normalizer");

    @ArchTest
    static final ArchRule onlyTheCommandsPrint = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli..")
            .and()
            .doNotHaveFullyQualifiedName("dev.colophon.extract.TikaWorker")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** Nothing that is read may depend on the machine's clock, zone, locale or charset. */
    @ArchTest
    static final ArchRule readersAskTheMachineForNothing = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + "model..",
                    ROOT + "text..",
                    ROOT + "date..",
                    ROOT + "byline..",
                    ROOT + "extract..",
                    ROOT + "language..",
                    ROOT + "dedup..",
                    ROOT + "pipeline..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "that answers by the machine's clock, zone, locale or charset",
                    call -> isOfTheMachine(
                            call.getTarget().getOwner().getName(),
                            call.getTarget().getName())));

    private static boolean isOfTheMachine(String owner, String method) {
        boolean now = owner.startsWith("java.time.") && method.equals("now");
        return now
                || method.equals("systemDefault")
                || method.equals("systemDefaultZone")
                || method.equals("systemUTC")
                || method.equals("currentTimeMillis")
                || method.equals("defaultCharset")
                || (method.equals("getDefault")
                        && List.of(
                                        "java.util.Locale",
                                        "java.util.TimeZone",
                                        "com.ibm.icu.util.ULocale",
                                        "com.ibm.icu.util.TimeZone")
                                .contains(owner));
    }

    private static ArchRule onlyIn(List<String> packages, String... library) {
        String[] homes = packages.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        DescribedPredicate<JavaClass> theirs = JavaClass.Predicates.resideInAnyPackage(library);
        return noClasses().that().resideOutsideOfPackages(homes).should().dependOnClassesThat(theirs);
    }
}
