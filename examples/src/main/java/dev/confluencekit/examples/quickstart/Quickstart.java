package dev.confluencekit.examples.quickstart;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Tests the connection, lists the spaces, and brings every page of the chosen spaces to a directory. With
 * {@code CONFLUENCE_DOMAIN}, {@code CONFLUENCE_USERNAME} and {@code CONFLUENCE_API_KEY} set it talks to that site;
 * without any of them it starts a simulated one and talks to that, and nothing else differs.
 *
 * <p>{@code CONFLUENCE_SPACES} names the spaces by their keys, with commas between (all, if it is not set);
 * {@code CONFLUENCE_EXPORT_DIR} the directory ({@code confluence-export}).
 */
public final class Quickstart {
    /** Everything was brought. */
    static final int DONE = 0;

    /** The site, the key or the disk did not play along. */
    static final int FAILED = 1;

    /** A setting is missing or wrong; nothing was asked. */
    static final int BAD_SETTINGS = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    Quickstart(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs with the environment of the process, and ends it with a status that tells how it went.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        int status = new Quickstart(System.out, System.err, Terminal.isAttached()).run(System.getenv());
        System.out.flush();
        if (status != DONE) {
            // At once, so that the sentence on the screen is the last one.
            System.exit(status);
        }
    }

    int run(Map<String, String> environment) {
        try (Site site = Site.choose(environment)) {
            site.announce(out);
            export(site.environment());
            return DONE;
        } catch (InvalidArgumentException e) {
            err.println("Bad settings: " + e.getMessage());
            return BAD_SETTINGS;
        } catch (ConfluenceException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (IOException | UncheckedIOException e) {
            err.println("The pages could not be written: " + e.getMessage() + " ("
                    + e.getClass().getSimpleName() + ").");
            return FAILED;
        }
    }

    private void export(Map<String, String> environment) throws IOException {
        Path directory = Path.of(environment.getOrDefault("CONFLUENCE_EXPORT_DIR", "confluence-export"));
        Tally tally = new Tally();
        try (ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                        .environment(environment)
                        .observer(tally)
                        .build();
                ConfluenceIntegration confluence = ConfluenceIntegration.builder()
                        .environment(environment)
                        .runtime(runtime)
                        .build()) {
            ConnectionReport report = confluence.testConnection();
            if (report.ok()) {
                out.println(report);
            }
            report.orThrow();
            new Export(confluence, new PageFiles(directory), Progress.on(out, terminal))
                    .run(SpaceChoice.from(environment), tally)
                    .print(out);
        }
    }
}
