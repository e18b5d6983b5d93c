package dev.colophon.dataset;

import dev.colophon.storage.StoragePaths;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where things lie in a dataset, relative to its root. */
public final class Layout {
    /** The folder of all that is not a table. */
    public static final String HOME = "_colophon";

    /** The numbered manifests. */
    public static final String MANIFESTS = HOME + "/manifests";

    /** A copy of each manifest, from which a lost or damaged one comes back. */
    static final String COPIES = HOME + "/manifest-copies";

    /** What runs have not committed yet, a folder for each. */
    public static final String STAGING = HOME + "/staging";

    /** What manifests took out of the tables, a folder for each. */
    public static final String RETIRED = HOME + "/retired";

    /** What runs say of themselves. */
    public static final String RUNS = HOME + "/runs";

    /** Files that are made again of the tables where they are lost. */
    static final String INDEX = HOME + "/duplicates/";

    private static final Pattern PART = Pattern.compile("part-\\d{5,}(-\\d+)?\\.parquet");

    private Layout() {}

    /** Whether a file is called as parts of tables are: {@code part-00000.parquet}, {@code part-00000-000007.parquet}. */
    static boolean isNamedAsPart(String path) {
        return PART.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    /** {@code _colophon/manifests/0000000007.json}. */
    public static String manifest(long number) {
        return String.format(Locale.ROOT, "%s/%010d.json", MANIFESTS, number);
    }

    /** The folder of all that a run has staged. */
    public static String staging(String run) {
        return STAGING + "/" + StoragePaths.requireFile(run);
    }

    /** Where a run stages the part that will stand at {@code path}. */
    public static String staged(String run, String path) {
        return stagedUnder(staging(run), path);
    }

    /** The same for a run that is known by its staging folder. */
    public static String stagedUnder(String staging, String path) {
        return staging + "/parts/" + path;
    }

    /** The folder of what a manifest retired. */
    public static String retired(long manifest) {
        return String.format(Locale.ROOT, "%s/%010d", RETIRED, manifest);
    }

    /** Where the part lies that a manifest took from {@code path}. */
    public static String retired(long manifest, String path) {
        return retired(manifest) + "/" + path;
    }

    /** The top folder of a part, which holds nothing but parts: {@code documents}, or {@code _colophon/inputs}. */
    static String tableFolder(String path) {
        int from = path.startsWith(HOME + "/") ? HOME.length() + 1 : 0;
        int end = path.indexOf('/', from);
        if (end < 0) {
            throw new IllegalArgumentException("expected a part in a table's folder, found " + path);
        }
        return path.substring(0, end);
    }
}
