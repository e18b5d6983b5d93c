package dev.colophon.extract;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FilePermission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkPermission;
import java.nio.file.Path;
import java.security.AccessControlException;
import java.security.CodeSource;
import java.security.Permission;
import java.security.Policy;
import java.security.ProtectionDomain;
import java.security.SecureRandom;
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

    private static final String LIBRARIES = "lib";

    /** Of {@link RuntimePermission}: among other things, to end other processes, this one's parent too. */
    private static final Set<String> REFUSED = Set.of("setSecurityManager", "manageProcess", "attachVirtualMachine");

    private static final List<Path> RANDOM = List.of(Path.of("/dev/random"), Path.of("/dev/urandom"));

    private final Folders readable;
    private final Folders writable;
    private volatile boolean ending;

    private ParserGuard(Folders readable, Folders writable) {
        this.readable = readable;
        this.writable = writable;
    }

    /** Whether a JVM of this one's version lets itself be guarded. */
    static boolean isPossible() {
        return Runtime.version().feature() <= LAST_JAVA;
    }

    /** The options that a JVM of this one's version wants so that the guard can be set. */
    static List<String> options() {
        return isPossible() ? List.of("-Djava.security.manager=allow") : List.of();
    }

    /** Once in the life of a JVM, where it lets itself be guarded. */
    static void enforce() {
        if (!isPossible()) {
            return;
        }
        preload();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> readable = new ArrayList<>(RANDOM);
        readable.add(temporary);
        readable.add(Path.of(System.getProperty("java.home")));
        addAll(readable, System.getProperty("java.class.path"));
        // Looked through by System.loadLibrary.
        addAll(readable, System.getProperty("java.library.path", ""));
        addLibraries(readable);
        // Never asked but once, as the guard is set; Java's own would read its files for that.
        Policy.setPolicy(new Everything());
        System.setSecurityManager(new ParserGuard(new Folders(readable), new Folders(List.of(temporary))));
    }

    /** Some Javas read files of the system's, the rules for its cryptography, as this begins to be used. */
    private static void preload() {
        new SecureRandom().nextInt();
    }

    private static void addAll(List<Path> paths, String places) {
        for (String place : places.split(File.pathSeparator)) {
            if (!place.isEmpty()) {
                paths.add(Path.of(place));
            }
        }
    }

    /** What the class path of Colophon's own jar names: a folder beside it, or beside what it is a symbolic link to. */
    private static void addLibraries(List<Path> paths) {
        Path jar = ownCode();
        if (jar != null) {
            paths.add(jar.resolveSibling(LIBRARIES));
            paths.add(canonical(jar).resolveSibling(LIBRARIES));
        }
    }

    /** The jar or folder that this class comes from; null where its loader does not tell. */
    static @Nullable Path ownCode() {
        CodeSource own = ParserGuard.class.getProtectionDomain().getCodeSource();
        return own == null ? null : Path.of(URI.create(own.getLocation().toString()));
    }

    private static Path canonical(Path path) {
        try {
            return path.toFile().getCanonicalFile().toPath();
        } catch (IOException unreadable) {
            return path;
        }
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
        } else if (permission instanceof LinkPermission || REFUSED.contains(permission.getName())) {
            throw refused();
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

    /** Standard output is what replies go through; other descriptors are those of open files. */
    @Override
    public void checkWrite(FileDescriptor file) {
        refuseIf(file == FileDescriptor.out);
    }

    /** Standard input is what the next documents come through. */
    @Override
    public void checkRead(FileDescriptor file) {
        refuseIf(file == FileDescriptor.in);
    }

    @Override
    public void checkExec(String command) {
        throw refused();
    }

    /** Names of hosts are not looked up either. */
    @Override
    public void checkConnect(String host, int port) {
        throw refusedNetwork();
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        checkConnect(host, port);
    }

    @Override
    public void checkListen(int port) {
        throw refusedNetwork();
    }

    @Override
    public void checkAccept(String host, int port) {
        checkConnect(host, port);
    }

    @Override
    public void checkMulticast(InetAddress group) {
        throw refusedNetwork();
    }

    private static SecurityException refusedNetwork() {
        return new AccessControlException(NoNetwork.REFUSAL);
    }

    private static void refuseIf(boolean refused) {
        if (refused) {
            throw refused();
        }
    }

    /** Without the name of what was asked for: the message stands in the archive, which is the same on every machine. */
    private static SecurityException refused() {
        // The kind that libraries expect of a guard: they go on without.
        return new AccessControlException("a parser has nothing at hand but its document");
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
            Path path;
            try {
                path = Path.of(file).toAbsolutePath().normalize();
            } catch (InvalidPathException leadsNowhere) {
                return;
            }
            refuseIf(!isIn(named, path) && !isIn(canonical(), path));
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
                    made.add(ParserGuard.canonical(folder));
                    if (folder.endsWith(LIBRARIES)) {
                        for (File library : children(folder.toFile())) {
                            made.add(ParserGuard.canonical(library.toPath()));
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
    }

    /** A parser wanted to end the JVM. */
    static final class ExitRefused extends SecurityException {
        private static final long serialVersionUID = 1;

        ExitRefused(int code) {
            super("the parser wanted to end its process with exit code " + code);
        }
    }
}
