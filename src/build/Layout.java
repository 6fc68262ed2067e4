import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lays the jar out for a fast start, in {@code target/opsflow}: libraries beside the program instead of inside it, and an
 * archive of the classes that a start needs, written at the end of a training run. Does nothing when it was done for this
 * very jar and this very Java.
 */
class Layout {

    private static final int TRAINING_MINUTES = 5;

    private final Path jar;
    private final Path folder;
    private final Path options;

    private Layout(Path target, Path options) {
        this.jar = target.resolve("opsflow.jar");
        this.folder = target.resolve("opsflow");
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        new Layout(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1])).make();
    }

    private void make() throws IOException, InterruptedException, NoSuchAlgorithmException {
        Path mark = folder.resolve("made-for");
        String wanted = mark();
        if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
            return;
        }
        System.out.println(
                "[INFO] Laying out " + jar.getFileName() + " and training the class-data archive (once per jar)");
        delete(folder);
        extract();
        Files.copy(options, folder.resolve("jvm.args"));
        train();
        Files.writeString(mark, wanted);
    }

    /** Jar, options and Java: what the archive depends on. */
    private String mark() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()) + "\n" + Files.readString(options)
                + System.getProperty("java.vm.version") + "\n" + folder + "\n";
    }

    private void extract() throws IOException, InterruptedException {
        int exit = run(
                folder.getParent(),
                List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString()));
        if (exit != 0) {
            throw new IOException("The jar could not be extracted (exit code " + exit + ")");
        }
    }

    /** Without an archive OpsFlow starts more slowly, that is all: a failed training does not stop the build. */
    private void train() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("opsflow-training");
        Path archive = folder.resolve("opsflow.jsa");
        int exit = run(
                work,
                List.of(
                        "@" + folder.resolve("jvm.args"),
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-jar",
                        folder.resolve("opsflow.jar").toString(),
                        "--opsflow.training=true",
                        "--opsflow.profile=demo",
                        "--opsflow.data=" + work,
                        "--opsflow.env-file=",
                        "--server.port=0"));
        if (exit != 0 || !Files.exists(archive)) {
            System.out.println("[WARNING] The training run failed (exit code " + exit + ", see "
                    + folder.getParent().resolve("layout.log") + "): OpsFlow will start more slowly.");
            Files.deleteIfExists(archive);
        }
        delete(work);
    }

    private int run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.getParent().resolve("layout.log").toFile());
        // The settings of whoever builds are not for the training.
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(OPSFLOW|SPRING|SERVER|LOGGING|CAMUNDA|JAVA_TOOL|JDK_JAVA).*"));
        Process process = builder.start();
        if (!process.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            return -1;
        }
        return process.exitValue();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
