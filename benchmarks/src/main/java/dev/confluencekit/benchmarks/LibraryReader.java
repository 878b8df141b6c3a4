package dev.confluencekit.benchmarks;

import dev.confluencekit.auth.ApiKeyAuthenticator;
import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.ConfluenceIntegration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads by the library, as a user of it would. */
final class LibraryReader implements PageReader {
    private static final CredentialId ONLY = CredentialId.of("only");

    private final ConfluenceRuntime runtime;
    private final ConfluenceConnection connection;
    private final ConfluenceIntegration confluence;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    LibraryReader(SiteAddress address) {
        ConfluenceSite site = ConfluenceSite.isLoopback(address.origin())
                ? ConfluenceSite.loopback(address.origin())
                : ConfluenceSite.parse(address.origin());
        CredentialStore store = CredentialStore.inMemory();
        store.put(ONLY, Credential.of(address.username(), Secret.of(address.apiKey())), CredentialStore.NONE);
        Authenticator authenticator = ApiKeyAuthenticator.of(store, ONLY);
        runtime = ConfluenceRuntime.builder().concurrency(AT_ONCE).build();
        connection = runtime.connect(site, authenticator, null);
        confluence = ConfluenceIntegration.builder()
                .site(site)
                .authenticator(authenticator)
                .runtime(runtime)
                .build();
    }

    @Override
    public String label() {
        return "confluencekit";
    }

    @Override
    public Totals read(Mode mode) throws Exception {
        return mode == Mode.SEQUENTIAL
                ? count(confluence.pages().list(PageQuery.all().body(BodyFormat.STORAGE)))
                : side();
    }

    private Totals side() throws Exception {
        List<Callable<Totals>> tasks = new ArrayList<>();
        for (Space space : confluence.spaces().list(SpaceQuery.all().anyStatus())) {
            tasks.add(() -> count(inSpace(space)));
        }
        return SideBySide.sum(threads, tasks);
    }

    /**
     * By the listing of one space, which the page queries only use for top-level pages: every server that lists pages
     * has it, but not every one can filter a listing of all pages by space.
     */
    private Iterable<Page> inSpace(Space space) {
        ApiRequest request = ApiRequest.get("getPagesInSpace", "/wiki/api/v2/spaces/{id}/pages")
                .path("id", space.id().value())
                .query("status", "current")
                .query("body-format", BodyFormat.STORAGE.representation())
                .build();
        return connection.list(request, Page.class, Batch.LARGEST, null);
    }

    private static Totals count(Iterable<Page> pages) {
        long count = 0;
        long characters = 0;
        for (Page page : pages) {
            count++;
            if (page.body() != null) {
                characters += page.body().storage().map(String::length).orElse(0);
            }
        }
        return new Totals(count, characters);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        confluence.close();
        connection.close();
        runtime.close();
    }
}
