package dev.colophon.conversion;

import dev.colophon.conversion.KnownInputs.Known;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputParts;
import dev.colophon.source.Inputs;
import dev.colophon.source.ShardPlanner;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A plan while inputs are looked at one by one. */
final class PlanDraft {
    private final EarlierRoots earlier;
    private final List<InputFile> work = new ArrayList<>();
    private final Map<String, Set<String>> replaced = new TreeMap<>();
    private final Set<String> relearned = new TreeSet<>();
    private final Set<String> vanished = new TreeSet<>();
    private final Set<String> young = new TreeSet<>();
    private int changed;
    private int again;

    /** @param earlier tells changed inputs from other files of the same name */
    PlanDraft(EarlierRoots earlier) {
        this.earlier = earlier;
    }

    /** An input that the archive does not hold. */
    void add(InputFile input) {
        work.add(input);
    }

    /**
     * An input whose bytes have changed.
     *
     * @throws IllegalArgumentException where it is another file of the same name
     */
    void addChanged(InputFile input, Known known) throws IOException {
        earlier.requireGone(input, known);
        changed++;
        replace(input, known);
    }

    /** An input that is read again although it has not changed. */
    void addAgain(InputFile input, Known known) {
        again++;
        replace(input, known);
    }

    private void replace(InputFile input, Known known) {
        work.add(input.inBatch(known.holder()));
        replaced.computeIfAbsent(known.holder(), batch -> new TreeSet<>()).add(input.sourceUri());
    }

    /** An input that changed too short a time ago to be whole. */
    void leave(InputFile input) {
        young.add(input.sourceUri());
    }

    /** An input that is there no more. */
    void miss(Known known) {
        vanished.add(known.sourceUri());
    }

    /** A batch whose sites are learned anew, since all of its inputs are read again. */
    void relearn(String batch) {
        relearned.add(batch);
    }

    /** A batch of which some inputs are not read again keeps what it knows of its sites. */
    void relearnNot(String batch) {
        relearned.remove(batch);
    }

    boolean hasYoung() {
        return !young.isEmpty();
    }

    ConversionPlan finish(Inputs inputs, SourceSettings sources, String settingsSha256) throws IOException {
        Set<String> waiting = new TreeSet<>(inputs.waiting());
        waiting.addAll(young);
        vanished.removeAll(waiting);
        Set<String> batches = new TreeSet<>(relearned);
        batches.retainAll(replaced.keySet());
        return new ConversionPlan(
                inputs,
                ShardPlanner.plan(InputParts.of(work, inputs.roots(), sources), settingsSha256),
                replaced,
                batches,
                new ConversionPlan.Tally(
                        inputs.files().size() - work.size() - young.size(),
                        changed,
                        again,
                        List.copyOf(vanished),
                        List.copyOf(waiting)));
    }
}
