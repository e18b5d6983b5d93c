package dev.colophon.cli;

import dev.colophon.dataset.run.RunRecord;

final class RunText {
    private RunText() {}

    static String of(RunRecord record, String root) {
        return record.id() + ": " + record.accounting() + " -> " + root + "\n";
    }
}
