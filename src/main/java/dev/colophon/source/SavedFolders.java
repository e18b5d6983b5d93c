package dev.colophon.source;

import dev.colophon.storage.Storage;
import dev.colophon.text.WordLists;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders that browsers put beside a page that they save "complete": {@code a.html} and {@code a_files/}. */
final class SavedFolders {
    private static final List<String> ENDINGS = WordLists.lines(SavedFolders.class, "saved-folders.txt");
    private static final List<String> PAGES = List.of(".html", ".htm", ".xhtml");

    private SavedFolders() {}

    /** The saved page that a file is a part of; null where it is part of none. */
    static @Nullable String pageOf(Storage root, String path) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            for (String ending : ENDINGS) {
                if (folder.endsWith(ending)) {
                    String page = page(root, folder.substring(0, folder.length() - ending.length()));
                    if (page != null) {
                        return page;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String page(Storage root, String name) throws IOException {
        for (String extension : PAGES) {
            if (!name.isEmpty() && !name.endsWith("/") && root.exists(name + extension)) {
                return name + extension;
            }
        }
        return null;
    }
}
