package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An entry's name as it stands in an origin: {@code ./2025\06/a.html} → {@code 2025/06/a.html}. It names a row and never a
 * file, so that an unsafe one is a reason to distrust the archive and no danger.
 *
 * @param path levels joined by {@code /}, characters that could forge a line of a log escaped
 * @param unsafe whether it is absolute, has a drive or leads above the archive
 * @param hidden whether a level begins with a dot, or is where macOS keeps what belongs to other files
 */
record EntryName(String path, boolean unsafe, boolean hidden) {
    private static final String APPLE = "__MACOSX";

    static EntryName of(String stored) {
        String name = stored.replace('\\', '/');
        boolean unsafe = name.startsWith("/") || hasDrive(name);
        boolean hidden = false;
        List<String> levels = new ArrayList<>();
        for (String level : name.split("/")) {
            unsafe |= level.equals("..");
            hidden |= (level.startsWith(".") && !level.startsWith("..") && !level.equals(".")) || level.equals(APPLE);
            if (!level.isEmpty() && !level.equals(".")) {
                levels.add(level);
            }
        }
        String path = escaped(unsafe ? name : String.join("/", levels));
        return new EntryName(path.isEmpty() ? "(no name)" : path, unsafe, hidden);
    }

    /** @throws BadInput where an entry of this name is not read */
    void require() throws BadInput {
        if (unsafe) {
            throw new BadInput(RejectReason.UNSAFE_NAME, "its name leads out of the archive");
        }
        if (hidden) {
            throw new BadInput(RejectReason.UNSUPPORTED, "a hidden entry: no input, as hidden files are none");
        }
    }

    /**
     * Whether a link leads above the archive. It is followed nowhere: this tells an attack from a habit.
     *
     * @param folder name of the folder that the target is relative to; empty for the archive
     */
    static boolean leadsOut(String folder, String target) {
        String name = target.replace('\\', '/');
        if (name.startsWith("/") || hasDrive(name)) {
            return true;
        }
        int depth = 0;
        for (String level : (folder.replace('\\', '/') + "/" + name).split("/")) {
            depth += level.equals("..") ? -1 : level.isEmpty() || level.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDrive(String name) {
        return name.length() > 2
                && name.charAt(1) == ':'
                && name.charAt(2) == '/'
                && Character.isLetter(name.charAt(0));
    }

    private static String escaped(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            boolean forges = unit < 0x20
                    || (unit >= 0x7f && unit < 0xa0)
                    || (unit >= 0x2028 && unit <= 0x202e)
                    || (unit >= 0x2066 && unit <= 0x2069);
            if (forges) {
                out.append("\\u").append(HexFormat.of().toHexDigits(unit));
            } else {
                out.append(unit);
            }
        }
        return out.toString();
    }
}
