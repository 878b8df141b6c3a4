package dev.confluencekit.examples.quickstart;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The site to talk to: the one that the environment names, or a simulated one if it names none. */
final class Site implements AutoCloseable {
    private static final List<String> VARIABLES =
            List.of("CONFLUENCE_DOMAIN", "CONFLUENCE_USERNAME", "CONFLUENCE_API_KEY");
    private static final String USERNAME = "kb-bot@northwind-cycles.example";
    private static final String API_KEY = "a-key-of-the-simulated-site";

    private final Map<String, String> environment;
    private final @Nullable ConfluenceSimulator simulator;

    private Site(Map<String, String> environment, @Nullable ConfluenceSimulator simulator) {
        this.environment = environment;
        this.simulator = simulator;
    }

    static Site choose(Map<String, String> environment) {
        List<String> missing = VARIABLES.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (missing.isEmpty()) {
            return new Site(environment, null);
        }
        if (missing.size() < VARIABLES.size()) {
            throw new InvalidArgumentException(
                    String.join(", ", missing),
                    "not set; set all of " + String.join(", ", VARIABLES)
                            + " to talk to a site of yours, or none of them for the simulated one.");
        }
        return simulated(environment);
    }

    private static Site simulated(Map<String, String> environment) {
        ConfluenceSimulator simulator = ConfluenceSimulator.builder()
                .knowledgeBase(KnowledgeBase.demo())
                .account(USERNAME, API_KEY)
                .start();
        Map<String, String> pointed = new HashMap<>(environment);
        pointed.put("CONFLUENCE_DOMAIN", simulator.baseUri().toString());
        pointed.put("CONFLUENCE_USERNAME", USERNAME);
        pointed.put("CONFLUENCE_API_KEY", API_KEY);
        return new Site(pointed, simulator);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The simulated one, if it is one. */
    Optional<ConfluenceSimulator> simulator() {
        return Optional.ofNullable(simulator);
    }

    void announce(PrintStream out) {
        if (simulator != null) {
            out.println("No site is set, so this talks to a simulated one. Set " + String.join(", ", VARIABLES)
                    + " to talk to yours.");
        }
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
