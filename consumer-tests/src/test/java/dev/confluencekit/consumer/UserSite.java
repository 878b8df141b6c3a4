package dev.confluencekit.consumer;

import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import java.util.List;

/** The site that the program is pointed at, and what it then has to tell. */
final class UserSite implements AutoCloseable {
    static final String ACCOUNT = "kb-bot@northwind-cycles.example";
    static final String KEY = "a-key-of-a-user";
    static final List<String> EXPECTED = List.of(
            "connection CONNECTED",
            "pages 76",
            "same page true",
            "no such page NotFoundException",
            "left at 3",
            "wrong key KEY_REFUSED, AuthenticationException");

    private final ConfluenceSimulator simulator = ConfluenceSimulator.builder()
            .knowledgeBase(KnowledgeBase.demo())
            .account(ACCOUNT, KEY)
            .start();

    String address() {
        return simulator.baseUri().toString();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
