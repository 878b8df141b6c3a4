package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What closing ends and what it leaves, and keys that change meanwhile. */
@Timeout(60)
class IntegrationLifecycleTest {
    private static final String EMAIL = "kb-bot@acme.example";
    private static final String KEY = "ATATT3xLifecycleKey";

    private final ConfluenceSimulator simulator = ConfluenceSimulator.builder()
            .knowledgeBase(KnowledgeBase.demo())
            .account(EMAIL, KEY)
            .start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private ConfluenceIntegrationBuilder builder() {
        return ConfluenceIntegration.builder()
                .site(ConfluenceSite.loopback(simulator.baseUri().toString()));
    }

    private ConfluenceIntegrationBuilder builderWithKey() {
        return builder().username(EMAIL).apiKey(Secret.of(KEY));
    }

    @Test
    void build_costsNoRequest() {
        builderWithKey().build().close();
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void close_runtimeThatWasPassedIn_staysOpen() {
        try (ConfluenceRuntime shared = ConfluenceRuntime.create()) {
            builderWithKey().runtime(shared).build().close();
            try (ConfluenceIntegration other = builderWithKey().runtime(shared).build()) {
                assertThat(other.testConnection().ok()).isTrue();
            }
        }
    }

    @Test
    void close_otherIntegrationOfTheSameRuntime_goesOn() {
        try (ConfluenceRuntime shared = ConfluenceRuntime.create();
                ConfluenceIntegration other = builderWithKey().runtime(shared).build()) {
            builderWithKey().runtime(shared).build().close();
            assertThat(other.testConnection().ok()).isTrue();
        }
    }

    /** Closing a connection alone would let the request run into its time limit. */
    @Test
    void close_runtimeOfItsOwn_isClosedTooAndCutsOffRequests() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConfluenceIntegration integration = ConfluenceIntegration.builder()
                    .site(ConfluenceSite.loopback("http://127.0.0.1:" + silent.getLocalPort()))
                    .username(EMAIL)
                    .apiKey(Secret.of(KEY))
                    .build();
            CompletableFuture<ConnectionReport> test = CompletableFuture.supplyAsync(integration::testConnection);
            try (Socket request = silent.accept()) {
                assertThat(request.getInputStream().read()).isEqualTo('G');
                integration.close();
                assertThatThrownBy(() -> test.get(20, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(ConfluenceClosedException.class);
            }
        }
    }

    @Test
    void close_twice_isNoError() {
        ConfluenceIntegration integration = builderWithKey().build();
        integration.close();
        assertThatCode(integration::close).doesNotThrowAnyException();
    }

    static Stream<Named<Function<ConfluenceIntegration, ThrowingCallable>>> uses() {
        return Stream.of(
                Named.of("testConnection", i -> i::testConnection),
                Named.of("list spaces", i -> () -> i.spaces().list().first()),
                Named.of("find a space", i -> () -> i.spaces().findByKey("SUPPORT")),
                Named.of(
                        "list pages", i -> () -> i.pages().list(PageQuery.all()).first()),
                Named.of("get a page", i -> () -> i.pages().get(PageId.of("1"))));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void use_afterClose_isRefused(Function<ConfluenceIntegration, ThrowingCallable> use) {
        ConfluenceIntegration integration = builderWithKey().build();
        integration.close();
        assertThatThrownBy(use.apply(integration)).isInstanceOf(ConfluenceClosedException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void use_afterClose_sendsNothing(boolean sharedRuntime) {
        try (ConfluenceRuntime shared = ConfluenceRuntime.create()) {
            ConfluenceIntegrationBuilder builder = builderWithKey();
            ConfluenceIntegration integration = (sharedRuntime ? builder.runtime(shared) : builder).build();
            integration.close();
            assertThatThrownBy(integration::testConnection).isInstanceOf(ConfluenceClosedException.class);
            assertThat(simulator.requests()).isEmpty();
        }
    }

    @Test
    void keyReplacedInTheStore_worksAtTheNextCall() {
        CredentialId id = CredentialId.of("kb-bot");
        CredentialStore store = CredentialStore.inMemory();
        store.put(id, Credential.of(EMAIL, Secret.of("ATATT3xOldKey")), CredentialStore.NONE);
        try (ConfluenceIntegration integration =
                builder().credentials(store, id).build()) {
            assertThatThrownBy(() -> integration.spaces().list().first()).isInstanceOf(AuthenticationException.class);
            store.put(id, Credential.of(EMAIL, Secret.of(KEY)), 1);
            assertThat(integration.spaces().list().first().items()).isNotEmpty();
        }
    }

    @Test
    void keyWithScopesPutInPlaceOfOneWithout_findsItsRoute() {
        CredentialId id = CredentialId.of("kb-bot");
        CredentialStore store = CredentialStore.inMemory();
        store.put(id, Credential.of(EMAIL, Secret.of(KEY)), CredentialStore.NONE);
        try (ConfluenceIntegration integration =
                builder().credentials(store, id).build()) {
            integration.testConnection().orThrow();
            String scoped = simulator
                    .account(EMAIL)
                    .issueScopedKey("read:confluence-user", "read:space:confluence")
                    .secret();
            store.put(id, Credential.of(EMAIL, Secret.of(scoped)), 1);
            assertThat(integration.testConnection().ok()).isTrue();
        }
    }

    @Test
    void toString_namesTheSite() {
        try (ConfluenceIntegration integration = builderWithKey().build()) {
            assertThat(integration).hasToString("Confluence integration with " + simulator.baseUri());
        }
    }
}
