package dev.confluencekit.consumer;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PageRequest;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.ConfluenceIntegration;
import java.util.ArrayList;
import java.util.List;

/** What users do most, told in a few lines of text, which are all that leaves it. */
public final class Scenario {
    private Scenario() {}

    /**
     * Prints what happened.
     *
     * @param arguments the address of the site, the account, its key
     */
    public static void main(String[] arguments) {
        System.out.println("module " + Scenario.class.getModule().getName());
        run(arguments[0], arguments[1], arguments[2]).forEach(System.out::println);
    }

    /**
     * Tests a connection, lists pages over several responses, reads one, and is refused twice.
     *
     * @param site the address of the site
     * @param username the account
     * @param key its key
     * @return what happened
     */
    public static List<String> run(String site, String username, String key) {
        List<String> told = new ArrayList<>();
        try (ConfluenceIntegration confluence = connect(site, username, key)) {
            told.add("connection " + confluence.testConnection().orThrow().verdict());
            PagesClient pages = confluence.pages();
            List<Page> listed = pages.list(
                            PageQuery.all().body(BodyFormat.STORAGE).batchSize(4))
                    .toList(1_000);
            told.add("pages " + listed.size());
            Page read = pages.get(PageRequest.of(listed.get(0).id()).body(BodyFormat.STORAGE));
            told.add("same page " + read.title().equals(listed.get(0).title()));
            told.add("no such page " + refusalOf(pages));
            // Left behind half read, with a response under way.
            told.add("left at "
                    + pages.list(PageQuery.all().batchSize(2)).stream().limit(3).count());
        }
        try (ConfluenceIntegration refused = connect(site, username, "not-the-key")) {
            told.add("wrong key " + refused.testConnection().message().code() + ", " + refusalOf(refused.pages()));
        }
        return told;
    }

    private static ConfluenceIntegration connect(String site, String username, String key) {
        return ConfluenceIntegration.builder()
                .site(ConfluenceSite.loopback(site))
                .username(username)
                .apiKey(Secret.of(key))
                .build();
    }

    private static String refusalOf(PagesClient pages) {
        try {
            return "is " + pages.get(PageRequest.of(PageId.of("999999999"))).title();
        } catch (NotFoundException | AuthenticationException e) {
            return e.getClass().getSimpleName();
        }
    }
}
