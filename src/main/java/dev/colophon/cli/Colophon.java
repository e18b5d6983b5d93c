package dev.colophon.cli;

import dev.colophon.conversion.ConversionException;
import dev.colophon.dataset.GenerationGoneException;
import dev.colophon.dataset.lease.LeaseHeldException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command line: parses, runs, and turns every fault into one clear message and an exit code. */
@Command(
        name = "colophon",
        mixinStandardHelpOptions = true,
        versionProvider = Colophon.Version.class,
        header = "Turns dumps of scraped pages and documents into an analysis-ready Parquet archive.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:complete",
            "1:the job failed; run it again",
            "2:wrong command or configuration",
            "3:complete, but more captures failed than limits.reject-rate allows",
            "4:another run holds the dataset"
        },
        subcommands = {
            RunCommand.class,
            ConvertCommand.class,
            ReprocessCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            RollbackCommand.class,
            CompactCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            EditorsCommand.class,
            ConfigCommand.class
        })
public final class Colophon {
    private Colophon() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // The terminal gets UTF-8 whatever the locale says: names and titles are in every script.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Colophon())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Colophon::misused)
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, command));
    }

    private static int misused(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        // picocli says "option" twice of a pair that is none, and "Error:" before what a group lacks.
        String message = String.valueOf(fault.getMessage())
                .replace("option option", "option")
                .replaceFirst("^Error: ", "");
        command.getErr().println("colophon: " + TerminalText.ofLines(message));
        CommandLine.UnmatchedArgumentException.printSuggestions(fault, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception fault, CommandLine command) {
        command.getErr().println("colophon: " + TerminalText.ofLines(message(fault)));
        if (fault instanceof LeaseHeldException) {
            return ExitCode.DATASET_IN_USE;
        }
        boolean usage = fault instanceof UsageException
                || fault instanceof IllegalArgumentException
                || fault instanceof GenerationGoneException;
        return usage ? ExitCode.USAGE : ExitCode.FAILED;
    }

    private static String message(Throwable fault) {
        Throwable cause = fault instanceof UncheckedIOException && fault.getCause() != null ? fault.getCause() : fault;
        String message = cause.getMessage();
        boolean spoken = cause instanceof IOException
                || cause instanceof RuntimeException
                || cause instanceof ConversionException;
        if (message == null || !spoken) {
            return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        }
        return message;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Colophon.class.getPackage().getImplementationVersion();
            return new String[] {"colophon " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
