package dev.colophon.extract;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FilePermission;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.LinkPermission;
import java.nio.file.Path;
import java.security.AccessControlException;
import java.security.Permission;
import java.security.Policy;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps parsers inside their process where the JVM can still do that: up to Java 23, as a {@link SecurityManager}. They read
 * what Java and their own code consist of, write into their temporary folder, and neither connect nor start programs nor end
 * the JVM. It is a second line of defence behind parsers that do none of this by themselves: code that a document smuggles in
 * would find ways around it.
 *
 * <p>Later Javas have no such thing. There an end of the JVM costs a process, and the file system is guarded by the rights of
 * the user alone.
 */
@SuppressWarnings({"removal", "deprecation"}) // nothing replaces it
final class ParserGuard extends SecurityManager {
    private static final int LAST_JAVA = 23;

    /** Only the JDK's own XML parser, whose limits are known, reads XML: another is not even looked for. */
    private static final String OTHER_XML_PARSER = "org.apache.xerces.";

    /** Beside Colophon's jar: what its own class path names. */
    private static final String LIBRARIES = "lib";

    private static final List<Path> RANDOM = List.of(Path.of("/dev/random"), Path.of("/dev/urandom"));

    private final Folders readable;
    private final Folders writable;
    private volatile boolean ending;

    private ParserGuard(Folders readable, Folders writable) {
        this.readable = readable;
        this.writable = writable;
    }

    /** The options that a JVM of this one's version wants so that the guard can be set. */
    static List<String> options() {
        int java = Runtime.version().feature();
        return java > LAST_JAVA ? List.of() : List.of("-Djava.security.manager=allow");
    }

    /** Once in the life of a JVM, where it lets itself be guarded. */
    static void enforce() {
        if (Runtime.version().feature() > LAST_JAVA) {
            return;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> readable = new ArrayList<>(RANDOM);
        readable.add(temporary);
        readable.add(Path.of(System.getProperty("java.home")));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            readable.add(path);
            readable.add(path.resolveSibling(LIBRARIES));
        }
        // Never asked but once, as the guard is set; Java's own would read its files for that.
        Policy.setPolicy(new Everything());
        System.setSecurityManager(new ParserGuard(new Folders(readable), new Folders(List.of(temporary))));
    }

    /** Ends the JVM, which nothing else in it may. */
    static void halt(int code) {
        if (System.getSecurityManager() instanceof ParserGuard guard) {
            guard.ending = true;
        }
        Runtime.getRuntime().halt(code);
    }

    @Override
    public void checkExit(int code) {
        if (!ending) {
            throw new ExitRefused(code);
        }
    }

    @Override
    public void checkPermission(Permission permission) {
        if (permission instanceof FilePermission) {
            if (permission.getActions().contains("write")
                    || permission.getActions().contains("delete")) {
                checkWrite(permission.getName());
            } else {
                checkRead(permission.getName());
            }
        } else if (permission instanceof LinkPermission || permission.getName().equals("setSecurityManager")) {
            throw refused(permission.getName());
        }
    }

    @Override
    public void checkPermission(Permission permission, Object context) {
        checkPermission(permission);
    }

    /** Asked by the class loader before it looks a class up. */
    @Override
    public void checkPackageAccess(String name) {
        if (name.startsWith(OTHER_XML_PARSER)) {
            throw ParserGuard.<RuntimeException>asUnchecked(new ClassNotFoundException(name));
        }
    }

    /** Class loaders may throw it, but what they ask may not say so. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T asUnchecked(Throwable checked) throws T {
        throw (T) checked;
    }

    @Override
    public void checkRead(String file) {
        readable.refuseOthers(file);
    }

    @Override
    public void checkRead(String file, Object context) {
        checkRead(file);
    }

    @Override
    public void checkWrite(String file) {
        writable.refuseOthers(file);
    }

    @Override
    public void checkDelete(String file) {
        checkWrite(file);
    }

    /** Replies go through a stream that is open already. */
    @Override
    public void checkWrite(FileDescriptor file) {
        throw refused("a file descriptor");
    }

    @Override
    public void checkRead(FileDescriptor file) {
        throw refused("a file descriptor");
    }

    @Override
    public void checkExec(String command) {
        throw refused(command);
    }

    /** Names of hosts are not looked up either. */
    @Override
    public void checkConnect(String host, int port) {
        throw new AccessControlException(NoNetwork.REFUSAL);
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        checkConnect(host, port);
    }

    @Override
    public void checkListen(int port) {
        throw new AccessControlException(NoNetwork.REFUSAL);
    }

    @Override
    public void checkAccept(String host, int port) {
        checkConnect(host, port);
    }

    @Override
    public void checkMulticast(InetAddress group) {
        throw new AccessControlException(NoNetwork.REFUSAL);
    }

    private static SecurityException refused(String what) {
        // The kind that libraries expect of a guard: they go on without.
        return new AccessControlException("a parser has nothing at hand but its document, not " + what);
    }

    /** Allows what the guard lets through. */
    private static final class Everything extends Policy {
        @Override
        public boolean implies(ProtectionDomain domain, Permission permission) {
            return true;
        }
    }

    /** Files and folders with all that is in them, as they are named and as they are without symbolic links. */
    private static final class Folders {
        private final Set<Path> named = new LinkedHashSet<>();
        private volatile @Nullable Set<Path> canonical;

        Folders(List<Path> folders) {
            folders.forEach(folder -> named.add(folder.toAbsolutePath().normalize()));
        }

        void refuseOthers(String file) {
            Path path = Path.of(file).toAbsolutePath().normalize();
            if (!isIn(named, path) && !isIn(canonical(), path)) {
                throw refused(file);
            }
        }

        private static boolean isIn(Set<Path> folders, Path path) {
            for (Path folder : folders) {
                if (path.startsWith(folder)) {
                    return true;
                }
            }
            return false;
        }

        /** Only made when it is needed: a class path may name hundreds of files, and a start must be fast. */
        private Set<Path> canonical() {
            Set<Path> made = canonical;
            if (made == null) {
                made = new LinkedHashSet<>();
                for (Path folder : named) {
                    addCanonical(folder.toFile(), made);
                    if (folder.endsWith(LIBRARIES)) {
                        for (File library : children(folder.toFile())) {
                            addCanonical(library, made);
                        }
                    }
                }
                canonical = made;
            }
            return made;
        }

        private static File[] children(File folder) {
            File[] children = folder.listFiles();
            return children == null ? new File[0] : children;
        }

        private static void addCanonical(File file, Set<Path> paths) {
            try {
                paths.add(file.getCanonicalFile().toPath());
            } catch (IOException unreadable) {
                paths.add(file.toPath());
            }
        }
    }

    /** A parser wanted to end the JVM. */
    static final class ExitRefused extends SecurityException {
        private static final long serialVersionUID = 1;

        ExitRefused(int code) {
            super("the parser wanted to end its process with exit code " + code);
        }
    }
}
