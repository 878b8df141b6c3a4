package dev.confluencekit.examples.hostconsole;

import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.SimulatedAccount;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** A Confluence in memory with two accounts and three keys, so that the whole flow can be tried by hand. */
public final class SimulatedSite implements AutoCloseable {
    /** The account of the first two keys. */
    public static final String USERNAME = "kb-bot@northwind-cycles.example";

    /** The account of the third key, for a second integration. */
    public static final String OTHER_USERNAME = "docs-bot@northwind-cycles.example";

    private final ConfluenceSimulator simulator;
    private final List<SimulatedKey> keys;

    SimulatedSite() {
        simulator = ConfluenceSimulator.builder()
                .knowledgeBase(KnowledgeBase.demo())
                .start();
        SimulatedAccount account = simulator.account(USERNAME);
        keys = List.of(
                new SimulatedKey("First key of kb-bot", account.issueKey()),
                new SimulatedKey("Second key of kb-bot", account.issueKey()),
                new SimulatedKey(
                        "Key of docs-bot", simulator.account(OTHER_USERNAME).issueKey()));
    }

    /**
     * What to type for the domain.
     *
     * @return for example {@code http://127.0.0.1:41234}
     */
    public String domain() {
        return simulator.baseUri().toString();
    }

    /**
     * A key, to be typed.
     *
     * @param number 0 or 1 for {@link #USERNAME}, 2 for {@link #OTHER_USERNAME}
     * @return the key
     */
    public String key(int number) {
        return keys.get(number).key.secret();
    }

    void announce(PrintStream out) {
        out.println("It talks to a simulated Confluence. For + Add Integration, type");
        out.println("  Username           " + USERNAME);
        out.println("  API key            " + key(0));
        out.println("  Confluence domain  " + domain());
        out.println("and later, for Edit > Authentication > Update, this one:");
        out.println("  New API key        " + key(1));
        out.println("For a second integration there is " + OTHER_USERNAME + " with the key");
        out.println("  API key            " + key(2));
        out.println("The Simulator panel at the foot of the page lets a key expire or revokes it.");
        out.println("Set CONFLUENCE_CONSOLE_REAL_SITES=yes to use real sites instead.");
    }

    /** What the page may know: everything but the keys. */
    Map<String, Object> view() {
        return Map.of(
                "domain", domain(),
                "usernames", List.of(USERNAME, OTHER_USERNAME),
                "keys", keys.stream().map(SimulatedKey::view).toList());
    }

    /** Says whether there is such a key and such an end. */
    boolean end(String number, String how) {
        if (!number.matches("[0-9]") || Integer.parseInt(number) >= keys.size()) {
            return false;
        }
        SimulatedKey key = keys.get(Integer.parseInt(number));
        switch (how) {
            case "revoke" -> key.revoke();
            case "expire" -> key.expire();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        simulator.close();
    }

    /** A key of the simulator, with what became of it. */
    private final class SimulatedKey {
        private final String label;
        private final ApiKey key;
        private volatile String state = "valid";

        SimulatedKey(String label, ApiKey key) {
            this.label = label;
            this.key = key;
        }

        void revoke() {
            key.revoke();
            state = "revoked";
        }

        void expire() {
            key.expireAt(simulator.clock().instant());
            state = "expired";
        }

        Map<String, Object> view() {
            return Map.of("label", label, "state", state);
        }
    }
}
