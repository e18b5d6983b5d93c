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
        MAY_USE.put("dataset", List.of("model", "text", "storage", "dedup", "source"));
        MAY_USE.put("report", List.of("model", "text", "dataset"));
        MAY_USE.put(
                "batch",
                List.of(
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
                        "report"));
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
    static final ArchRule tikaAndJsoupStayInExtract = onlyIn(List.of("extract"), "org.jsoup..", "org.apache.tika..");

    @ArchTest
    static final ArchRule jwarcStaysInSource =
            onlyIn(List.of("source"), "org.netpreserve..", "org.apache.commons.compress..");

    @ArchTest
    static final ArchRule parquetStaysInDataset = onlyIn(List.of("dataset"), "org.apache.parquet..");

    @ArchTest
    static final ArchRule hadoopStaysInStorageAndDataset = onlyIn(List.of("storage", "dataset"), "org.apache.hadoop..");

    @ArchTest
    static final ArchRule springStaysInBatchAndCli = onlyIn(List.of("batch", "cli"), "org.springframework..");

    @ArchTest
    static final ArchRule picocliStaysInCli = onlyIn(List.of("cli"), "picocli..");

    @ArchTest
    static final ArchRule theReadersKnowOnlyIcu = classes()
            .that()
            .resideInAnyPackage(ROOT + "model..", ROOT + "text..", ROOT + "date..", ROOT + "byline..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.ibm.icu..", "dev.colophon..");

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

    private static ArchRule onlyIn(List<String> packages, String... library) {
        String[] homes = packages.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        DescribedPredicate<JavaClass> theirs = JavaClass.Predicates.resideInAnyPackage(library);
        return noClasses().that().resideOutsideOfPackages(homes).should().dependOnClassesThat(theirs);
    }
}
