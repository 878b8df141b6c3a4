package dev.confluencekit.examples.quickstart;

import dev.confluencekit.content.space.Space;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.markup.site.MarkdownRenderer;
import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.directory.DirectoryTarget;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.target.TargetException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tests the connection, mirrors the chosen spaces to a directory as Markdown, and mirrors them once more, to show that only what changed is
 * fetched. With {@code CONFLUENCE_DOMAIN}, {@code CONFLUENCE_USERNAME} and {@code CONFLUENCE_API_KEY} set it talks to that site;
 * without any of them it starts a simulated one, talks to that, and has its pages changed between the runs.
 *
 * <p>{@code CONFLUENCE_SPACES} names the spaces by their keys, with commas between (all, if it is not set);
 * {@code CONFLUENCE_EXPORT_DIR} the directory ({@code confluence-export}).
 */
public final class Quickstart {
    /** The mirror is true. */
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
            mirror(site);
            return DONE;
        } catch (InvalidArgumentException e) {
            err.println("Bad settings: " + e.getMessage());
            return BAD_SETTINGS;
        } catch (ConfluenceException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (TargetException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            err.println("The simulated site's mirror could not be begun anew: " + e.getMessage() + " ("
                    + e.getClass().getSimpleName() + ").");
            return FAILED;
        }
    }

    private void mirror(Site site) throws IOException {
        Map<String, String> environment = site.environment();
        Path directory = Path.of(environment.getOrDefault("CONFLUENCE_EXPORT_DIR", "confluence-export"));
        SpaceChoice choice = SpaceChoice.from(environment);
        try (ConfluenceIntegration confluence =
                ConfluenceIntegration.builder().environment(environment).build()) {
            ConnectionReport report = confluence.testConnection();
            if (report.ok()) {
                out.println(report);
            }
            report.orThrow();
            showSpaces(confluence, choice);
            if (site.simulator().isPresent()) {
                MirrorDirectory.forgetSimulatedSite(directory);
            }
            Mirror.Builder mirror = confluence
                    .mirror()
                    .scope(choice.scope())
                    .renderedBy(MarkdownRenderer.create().linkingFiles(choice.scope()))
                    .into(DirectoryTarget.at(directory));
            Summary.Run first = run(mirror);
            site.simulator()
                    .map(simulator -> new Colleagues(simulator, choice).work())
                    .ifPresent(what -> out.println("Meanwhile at the site: " + what + "."));
            Summary.Run second = run(mirror);
            new Summary(first, second, directory).print(out);
        }
    }

    private void showSpaces(ConfluenceIntegration confluence, SpaceChoice choice) {
        List<Space> spaces = confluence.spaces().list(choice.query()).stream().toList();
        List<String> missing = choice.keys().stream()
                .filter(key -> spaces.stream().noneMatch(space -> key.equals(space.key())))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidArgumentException(
                    "CONFLUENCE_SPACES", "no space " + String.join(", ", missing) + " can be seen by this account.");
        }
        out.println(spaces.size() + (spaces.size() == 1 ? " space:" : " spaces:"));
        spaces.forEach(space -> out.printf(Locale.ROOT, "  %-12s %s%n", space.key(), space.name()));
    }

    private Summary.Run run(Mirror.Builder mirror) {
        Progress progress = Progress.on(out, terminal);
        MirrorReport report = mirror.listener(progress).build().run();
        progress.done();
        return new Summary.Run(report.orThrow(), progress.stored());
    }
}
