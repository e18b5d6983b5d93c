package dev.colophon.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the launcher makes of a build: a jar, and an archive of the classes that parsers load (Class Data Sharing), which the
 * Java machine makes of jars alone.
 */
final class Installation {
    /** The largest of what only tests need. */
    private static final Pattern OF_TESTS = Pattern.compile(
            "hadoop-client-minicluster|spark-|scala-|archunit|byte-buddy|s3proxy|jazzer|surefire|junit");

    private final Path folder;
    private final String classPath;

    private Installation(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** Makes one in an empty folder, where a conversion of the inputs shows which classes parsers need. */
    static Installation in(Path folder, Path inputs) throws Exception {
        Path jar = folder.resolve("colophon.jar");
        Path lib = Files.createDirectory(folder.resolve("lib"));
        List<Path> classes = new ArrayList<>();
        List<String> jars = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(place);
            String name = path.getFileName().toString();
            if (Files.exists(path.resolve("logback.xml"))) {
                classes.add(path);
            } else if (Files.isRegularFile(path) && !OF_TESTS.matcher(name).find()) {
                Files.copy(path, lib.resolve(name));
                jars.add("lib/" + name);
            }
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", jars));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path path : classes) {
                pack(path, out);
            }
        }
        Installation made = new Installation(folder, jar.toString());
        made.shareClasses(inputs);
        return made;
    }

    private static void pack(Path classes, JarOutputStream jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
        for (Path file : files) {
            jar.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
            Files.copy(file, jar);
        }
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private void shareClasses(Path inputs) throws Exception {
        Path list = folder.resolve("classes");
        CommandProcess.on(
                        classPath,
                        List.of("-Dcolophon.class-list=" + list),
                        "convert",
                        inputs.toString(),
                        "--to",
                        folder.resolve("sample").toString(),
                        "--batch",
                        "b",
                        "--set",
                        "parallelism=1")
                .await();
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:disable",
                        "-XX:+UseG1GC",
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + archive(),
                        "-cp",
                        classPath)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor(2, TimeUnit.MINUTES);
    }

    /** Starts a command. */
    CommandProcess start(String... arguments) throws IOException {
        List<String> options = Files.exists(archive()) ? List.of("-Dcolophon.class-archive=" + archive()) : List.of();
        return CommandProcess.on(classPath, options, arguments);
    }
}
