package dev.colophon.conversion;

import dev.colophon.dataset.table.RowCondition;
import java.util.List;

/** What a run is asked to do with a job's inputs. */
public sealed interface Work {
    /** What the job's name is followed by in the names of such runs; no job's name holds a {@code +}. */
    String suffix();

    /**
     * Converts what is new or has changed.
     *
     * @param retry also what failed for a reason that may have gone
     */
    record News(boolean retry) implements Work {
        @Override
        public String suffix() {
            return "";
        }

        @Override
        public String toString() {
            return retry ? "run --retry" : "run";
        }
    }

    /**
     * Builds batches anew from the inputs that the archive knows of them.
     *
     * @param batches their names; empty for all
     * @param where what must hold for a row of a batch, all of it for the same row; empty where nothing must
     */
    record Reprocess(List<String> batches, List<RowCondition> where) implements Work {
        public Reprocess {
            batches = List.copyOf(batches);
            where = List.copyOf(where);
        }

        @Override
        public String suffix() {
            return "+reprocess";
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("reprocess");
            batches.forEach(batch -> text.append(" --batch ").append(batch));
            where.forEach(
                    condition -> text.append(" --where '").append(condition).append('\''));
            return text.toString();
        }
    }
}
