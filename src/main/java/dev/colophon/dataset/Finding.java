package dev.colophon.dataset;

/**
 * Something that a verification found: a fault, or what is to be noted.
 *
 * @param kind what it is
 * @param path the file, relative to the dataset's root
 * @param message what was expected and what was found
 */
public record Finding(Kind kind, String path, String message) {
    /** What can be found, and what to do about it. */
    public enum Kind {
        /** A live part is not there. */
        MISSING("restore the file from a backup, or reprocess its batch"),
        /** A live part has other bytes than were committed. */
        CHANGED("restore the file from a backup, or reprocess its batch"),
        /** A live part cannot be opened, or holds another number of rows than were committed. */
        UNREADABLE("restore the file from a backup, or reprocess its batch"),
        /** A live file that is made of the tables is damaged or not there. */
        INDEX("repair, and the next run that converts something, make it again"),
        /** A live part has columns that this version does not read. */
        SCHEMA("use the version that wrote it, or reprocess its batch"),
        /** No fault: a live part lacks columns that an earlier version did not write. */
        OLDER("an earlier version wrote it, and it is read as it is; reprocess its batch to have all columns"),
        /** A part that is live no more, or never was; readers by glob see its rows. */
        ORPHAN("repair deletes it"),
        /** A file of somebody else's in a table's folder; readers by glob take it for rows. */
        FOREIGN("move it away; repair leaves what Colophon did not write"),
        /** A commit whose files are not all in place yet. */
        UNFINISHED("the run that commits at this moment, the next one or repair finishes it"),
        /** There are tables, but no manifest says what is live. */
        MANIFEST("restore the manifests from a backup; where there is none, the next run converts all inputs anew"),
        /** The latest manifest is not there, and no whole copy either, though a run or a damaged copy tells of it. */
        LATEST("restore it from a backup; until then repair deletes no file"),
        /** A manifest is not there or damaged, and its copy is whole. */
        LOST("repair brings it back"),
        /** The copy of a manifest is damaged. */
        COPY("repair makes it again"),
        /** What a run says of itself cannot be read. */
        RECORD("restore the file from a backup or delete it; no table depends on it"),
        /** A manifest does not follow from the one before. */
        CHAIN("restore the manifest from a backup; the latest one alone decides what is live"),
        /** No fault: a run committed while files were checked. */
        COMMITTED("a run committed it during the check");

        private final String remedy;

        Kind(String remedy) {
            this.remedy = remedy;
        }

        /** Whether something is wrong. */
        public boolean isFault() {
            return this != COMMITTED && this != OLDER;
        }

        /** What to do. */
        public String remedy() {
            return remedy;
        }
    }

    /** One line for people. */
    @Override
    public String toString() {
        return path + ": " + message + " (" + kind.remedy() + ")";
    }
}
