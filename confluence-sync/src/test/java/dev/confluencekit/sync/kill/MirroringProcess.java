package dev.confluencekit.sync.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.confluencekit.sync.memory.InMemoryTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Another process, which mirrors a changing site again and again until it is killed. */
final class MirroringProcess implements AutoCloseable {
    /** Java that says so on the stream where what a process dies of is looked for, unless it is told that drivers may. */
    private static final int WARNS_OF_NATIVE_CODE = 22;

    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader said;
    private final Path errors;

    private MirroringProcess(Process process, Path errors) {
        this.process = process;
        this.said = process.inputReader();
        this.errors = errors;
    }

    /** Its arguments: the class of the target, the seed of the site, the round. The place comes as a line of input. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        TargetUnderKill target = make(arguments[0]);
        try (ChangingSite site = new ChangingSite(Long.parseLong(arguments[1]))) {
            site.passTo(Integer.parseInt(arguments[2]) - 1);
            site.mirror(new InMemoryTarget());
            site.beginRound();
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            say(out, READY);
            String place = in.readLine();
            if (place == null) {
                return;
            }
            site.beforeRequest(site::change);
            while (true) {
                site.mirror(new ToldTarget(target.target(place), line -> say(out, line)));
            }
        }
    }

    private static void say(PrintStream out, String line) {
        out.println(line);
        out.flush();
    }

    private static TargetUnderKill make(String name) throws ReflectiveOperationException {
        return Class.forName(name)
                .asSubclass(TargetUnderKill.class)
                .getConstructor()
                .newInstance();
    }

    /** Starts one, which then waits for its place. */
    static MirroringProcess start(Class<? extends TargetUnderKill> target, long seed, int round, Path errors)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m"));
        if (Runtime.version().feature() >= WARNS_OF_NATIVE_CODE) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MirroringProcess.class.getName(),
                target.getName(),
                Long.toString(seed),
                Integer.toString(round)));
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new MirroringProcess(process, errors);
    }

    /** Waits until it is ready, lets it go and kills it at an instant. Gives what it died of if it did before. */
    Optional<String> runAndKill(String place, Instant instant, Progress progress)
            throws IOException, InterruptedException {
        String first = said.readLine();
        if (!READY.equals(first)) {
            throw new IOException("the process did not come to its start: " + first + "; " + errors());
        }
        progress.begin();
        process.outputWriter().write(place + "\n");
        process.outputWriter().flush();
        for (int told = 0; !instant.isReached(told, progress.stage()); told++) {
            String line = said.readLine();
            if (line == null) {
                break;
            }
            progress.take(line);
        }
        LockSupport.parkNanos(instant.nanosAfter());
        // By its handle, which leaves what it said last to be read.
        boolean alive = process.toHandle().destroyForcibly();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            progress.take(line);
        }
        process.waitFor();
        String errors = errors();
        return alive && errors.isEmpty() ? Optional.empty() : Optional.of("the process failed by itself: " + errors);
    }

    /**
     * When a process is killed, by what it tells, so that a busy machine does not make every kill one of a process that has
     * hardly begun.
     *
     * @param told after how many lines at the earliest
     * @param inBatch whether only while a batch is being applied
     * @param nanosAfter how long after that
     */
    record Instant(int told, boolean inBatch, long nanosAfter) {
        private static final int MOST_TOLD = 24;
        private static final double LONGEST_AFTER = 30_000_000;

        /** Most of them in batches, soon after these begin. */
        static Instant random(Random random) {
            double soon = random.nextDouble();
            return new Instant(random.nextInt(MOST_TOLD), random.nextInt(4) > 0, (long) (soon * soon * LONGEST_AFTER));
        }

        private boolean isReached(int lines, String stage) {
            return lines >= told && (!inBatch || stage.equals(Progress.APPLYING));
        }
    }

    private String errors() throws IOException {
        return Files.readString(errors, UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
