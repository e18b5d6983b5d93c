package dev.colophon.cli;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Finding;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.Verification;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.report.Words;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify DATASET|JOB}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Reads every file of an archive: sizes, checksums, row counts, schemas, files that no manifest names.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = DatasetArgument.LABEL, description = DatasetArgument.DESCRIPTION)
    @Nullable
    String place;

    @Option(
            names = "--repair",
            description =
                    "Brings damaged manifests back from their copies, finishes a half-applied commit, deletes parts that the"
                            + " latest manifest does not name. What Colophon did not write stays.")
    boolean repair;

    @Override
    public Integer call() throws IOException {
        Dataset dataset = DatasetArgument.open(Objects.requireNonNull(place));
        List<Finding> findings;
        if (repair) {
            Verification.Repair repaired = repaired(dataset);
            repaired.removed().forEach(path -> System.out.println("removed " + TerminalText.of(path)));
            findings = repaired.left();
        } else {
            findings = Verification.verify(dataset, new TableInspector());
        }
        int faults = 0;
        for (Finding finding : findings) {
            boolean fault = finding.kind().isFault();
            faults += fault ? 1 : 0;
            System.out.println((fault ? "" : "note: ") + TerminalText.of(finding.toString()));
        }
        Manifest manifest = dataset.current();
        System.out.printf(
                Locale.ROOT,
                "%s: %s, %,d bytes, manifest %d: %s%n",
                dataset.storage().root(),
                Words.count(manifest.parts().size(), "file"),
                manifest.parts().stream().mapToLong(Part::bytes).sum(),
                manifest.number(),
                faults == 0 ? "all is well" : Words.count(faults, "finding"));
        return faults == 0 ? ExitCode.COMPLETE : ExitCode.FAILED;
    }

    private static Verification.Repair repaired(Dataset dataset) throws IOException {
        Owner owner = Owner.ofThisProcess("verify --repair");
        try (Lease lease = Lease.take(dataset.storage(), owner, LeaseTerms.of(Clock.systemUTC()))) {
            return Verification.repair(dataset, new TableInspector(), lease);
        }
    }
}
