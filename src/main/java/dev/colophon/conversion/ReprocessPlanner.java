package dev.colophon.conversion;

import dev.colophon.conversion.KnownInputs.Known;
import dev.colophon.source.BatchNames;
import dev.colophon.source.InputFile;
import dev.colophon.source.Inputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans to build batches anew: those that are named, or that hold a row for which the conditions hold and whose input is
 * still there. A batch that was merged into another counts by itself: its inputs alone are read again.
 */
final class ReprocessPlanner {
    private static final int NAMES_SHOWN = 20;

    /** A batch, and the one whose parts hold its rows. */
    private record Unit(String holder, String batch) implements Comparable<Unit> {
        @Override
        public int compareTo(Unit other) {
            int order = holder.compareTo(other.holder);
            return order == 0 ? batch.compareTo(other.batch) : order;
        }
    }

    /** Finds the inputs of a batch that have a row for which the conditions hold. */
    interface Sources {
        Set<String> of(String batch) throws IOException;
    }

    /** Tells the batches that the job wrote. */
    interface Holders {
        boolean areOfTheJob(String holder) throws IOException;
    }

    private final Work.Reprocess work;
    private final Sources sources;
    private final InputComparison comparison;
    private final Set<String> named = new TreeSet<>();
    private final Map<Unit, List<Known>> units = new TreeMap<>();
    private final Map<KnownInputs.Key, InputFile> files = new HashMap<>();
    private final Map<String, InputFile> byName = new HashMap<>();
    private final Map<String, Set<String>> matching = new HashMap<>();
    private final KnownInputs known;

    ReprocessPlanner(
            Work.Reprocess work, Sources sources, InputComparison comparison, Inputs inputs, KnownInputs known) {
        this.work = work;
        this.sources = sources;
        this.comparison = comparison;
        this.known = known;
        known.all()
                .forEach(each -> units.computeIfAbsent(
                                new Unit(each.holder(), each.entry().batch()), unit -> new ArrayList<>())
                        .add(each));
        inputs.files().forEach(file -> {
            files.put(known.key(file), file);
            byName.put(file.sourceUri(), file);
        });
    }

    /** @param holders batches whose inputs are known by name where they are asked for: a run may have been told the batch */
    void plan(PlanDraft draft, Holders holders) throws IOException {
        requireKnown();
        Set<String> partly = new HashSet<>();
        for (Map.Entry<Unit, List<Known>> unit : units.entrySet()) {
            boolean byNameToo =
                    isNamed(unit.getKey()) && holders.areOfTheJob(unit.getKey().holder());
            if (isWanted(unit.getKey(), unit.getValue(), byNameToo)) {
                draft.relearn(unit.getKey().holder());
                for (Known input : unit.getValue()) {
                    plan(input, file(input, byNameToo), draft);
                }
            } else {
                partly.add(unit.getKey().holder());
            }
        }
        partly.forEach(draft::relearnNot);
    }

    private void requireKnown() {
        Set<String> there = new TreeSet<>();
        units.keySet().forEach(unit -> {
            there.add(unit.holder());
            there.add(unit.batch());
        });
        for (String batch : work.batches()) {
            String name = there.contains(batch) ? batch : BatchNames.legal(batch);
            named.add(name);
            if (!there.contains(name)) {
                throw new IllegalArgumentException("the archive has no batch " + batch + "; it has "
                        + there.stream().limit(NAMES_SHOWN).toList() + (there.size() > NAMES_SHOWN ? " …" : ""));
            }
        }
    }

    private boolean isNamed(Unit unit) {
        return named.contains(unit.holder()) || named.contains(unit.batch());
    }

    private boolean isWanted(Unit unit, List<Known> inputs, boolean byNameToo) throws IOException {
        if (!named.isEmpty() && !isNamed(unit)) {
            return false;
        }
        if (work.where().isEmpty()) {
            return isNamed(unit) || inputs.stream().anyMatch(input -> file(input, byNameToo) != null);
        }
        Set<String> found = matching(unit.holder());
        return inputs.stream().anyMatch(input -> found.contains(input.sourceUri()) && file(input, byNameToo) != null);
    }

    private Set<String> matching(String holder) throws IOException {
        Set<String> found = matching.get(holder);
        if (found == null) {
            found = sources.of(holder);
            matching.put(holder, found);
        }
        return found;
    }

    /** The input as it is now; a run may have been told to read it into another batch than the job says. */
    private @Nullable InputFile file(Known input, boolean byNameToo) {
        InputFile file = files.get(known.key(input));
        return file == null && byNameToo ? byName.get(input.sourceUri()) : file;
    }

    private void plan(Known input, @Nullable InputFile file, PlanDraft draft) throws IOException {
        if (file == null) {
            draft.miss(input);
        } else if (comparison.isSame(file, input)) {
            draft.addAgain(file, input);
        } else if (comparison.isYoung(file)) {
            draft.leave(file);
        } else {
            draft.addChanged(file, input);
        }
    }
}
