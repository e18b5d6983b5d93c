package dev.colophon.conversion;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a run was made with, beside its rules. */
final class Software {
    private Software() {}

    /** What run records tell of the machine: the versions of Colophon and Java, and the system. */
    static SortedMap<String, String> versions() {
        String version = Software.class.getPackage().getImplementationVersion();
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("colophon", version == null ? "(unpackaged)" : version);
        versions.put("java", Runtime.version().toString());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
