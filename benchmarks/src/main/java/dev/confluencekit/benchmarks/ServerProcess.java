package dev.confluencekit.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that serves, in a process of its own, so that what it holds is not counted as ours. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final List<String> addresses;

    private ServerProcess(Process process, List<String> addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    static ServerProcess start(String serveCommand, List<String> serveArguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                serveCommand));
        command.addAll(serveArguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String line = out.readLine();
        if (line == null) {
            process.destroy();
            throw new IOException("the server process did not start");
        }
        return new ServerProcess(process, List.of(line.split(" ", -1)));
    }

    /** Where it listens. */
    List<String> addresses() {
        return addresses;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
