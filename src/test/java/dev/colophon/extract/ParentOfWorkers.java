package dev.colophon.extract;

import java.nio.file.Path;
import java.time.Duration;

/** Says {@code !} on standard output once a worker of its own answers, then gives it work without end. */
final class ParentOfWorkers {
    private ParentOfWorkers() {}

    public static void main(String[] args) throws Exception {
        ExtractLimits limits = TikaWorkersTest.limits(Path.of(args[0]), Duration.ofMinutes(2));
        try (TikaWorkers workers = new TikaWorkers(limits)) {
            workers.parse(new WorkerRequest(MisbehavingParser.TYPE, "a", "", MisbehavingParser.document("well")));
            System.out.print('!');
            System.out.flush();
            workers.parse(new WorkerRequest(MisbehavingParser.TYPE, "a", "", MisbehavingParser.document("busy")));
        }
    }
}
