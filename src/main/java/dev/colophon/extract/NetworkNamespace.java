package dev.colophon.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command that starts a process in an empty network namespace, where Linux lets this user make one; the process then has
 * no interface but a loopback that is down, whatever it loads or executes.
 */
final class NetworkNamespace {
    private static final long TRIAL_SECONDS = 5;
    private static final List<String> COMMAND = List.of("unshare", "--map-root-user", "--net", "--");
    private static final List<String> PREFIX = works() ? COMMAND : List.of();

    private NetworkNamespace() {}

    /** What stands before a command; empty where there are no such namespaces. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static boolean works() {
        List<String> trial = new ArrayList<>(COMMAND);
        trial.add("true");
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException none) {
            return false; // not Linux, or without util-linux
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
