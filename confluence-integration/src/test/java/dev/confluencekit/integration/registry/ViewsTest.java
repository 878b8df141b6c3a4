package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.ConfluenceIntegration;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.registry.IntegrationEvent.Tested;
import dev.confluencekit.testkit.SimulatedClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ViewsTest {
    private final Stage stage = new Stage();
    private final IntegrationRegistry registry = stage.registry();
    private Integration integration;

    @BeforeEach
    void add() {
        integration = registry.add(stage.wanted(stage.account.issueKey()).build());
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void connect_integration_givesItsContent() {
        try (ConfluenceIntegration view = registry.connect(integration.id())) {
            assertThat(view.site()).isEqualTo(integration.site());
            assertThat(view.spaces().list().toList(10)).hasSize(3);
        }
    }

    @Test
    void connect_nothingThere_isTyped() {
        assertThatThrownBy(() -> registry.connect(IntegrationId.of("nobody")))
                .isInstanceOf(NoSuchIntegrationException.class);
    }

    @Test
    void close_view_endsItAndItsClientsOnly() {
        ConfluenceIntegration first = registry.connect(integration.id());
        ConfluenceIntegration second = registry.connect(integration.id());
        SpacesClient spacesOfFirst = first.spaces();
        first.close();
        first.close();
        assertThatThrownBy(() -> spacesOfFirst.list().first()).isInstanceOf(ConfluenceClosedException.class);
        assertThatThrownBy(first::testConnection).isInstanceOf(ConfluenceClosedException.class);
        assertThatThrownBy(
                        () -> first.pages().list(PageQuery.inSpace("SUPPORT")).first())
                .isInstanceOf(ConfluenceClosedException.class);
        assertThat(second.spaces().list().toList(10)).hasSize(3);
        assertThat(registry.testConnection(integration.id()).ok()).isTrue();
    }

    @Test
    void share_view_givesAHandleWithALifeOfItsOwn() {
        try (ConfluenceIntegration view = registry.connect(integration.id())) {
            ConfluenceIntegration handle = view.share();
            handle.close();
            assertThatThrownBy(() -> handle.spaces().list().first()).isInstanceOf(ConfluenceClosedException.class);
            assertThat(view.spaces().list().toList(10)).hasSize(3);
            ConfluenceIntegration another = view.share();
            ConnectionReport report = another.testConnection();
            assertThat(registry.find(integration.id()))
                    .map(Integration::lastTest)
                    .contains(report);
        }
    }

    @Test
    void connect_viewsOfOneIntegration_shareWhatWasLearnt() {
        registry.connect(integration.id())
                .pages()
                .list(PageQuery.inSpace("SUPPORT"))
                .first();
        stage.simulator.clearRequests();
        registry.connect(integration.id())
                .pages()
                .list(PageQuery.inSpace("SUPPORT"))
                .first();
        assertThat(stage.simulator.requests()).hasSize(1);
    }

    @Test
    void rename_whileConnected_disturbsNobody() {
        ConfluenceIntegration view = registry.connect(integration.id());
        Integration renamed = registry.rename(integration.id(), "Another name");
        assertThat(renamed.name()).isEqualTo("Another name");
        assertThat(registry.list()).containsExactly(renamed);
        assertThat(view.spaces().list().toList(10)).hasSize(3);
    }

    @Test
    void rename_toNothing_isRefused() {
        assertThatThrownBy(() -> registry.rename(integration.id(), " ")).isInstanceOf(InvalidFieldsException.class);
        assertThat(registry.list()).containsExactly(integration);
    }

    @Test
    void rename_nothingThere_isTyped() {
        assertThatThrownBy(() -> registry.rename(IntegrationId.of("nobody"), "x"))
                .isInstanceOf(NoSuchIntegrationException.class);
    }

    @Test
    void testConnection_throughAView_isTheRegistrysTest() {
        try (ConfluenceIntegration view = registry.connect(integration.id())) {
            stage.clock.advance(Duration.ofMinutes(5));
            ConnectionReport report = view.testConnection();
            assertThat(registry.find(integration.id()))
                    .map(Integration::lastTest)
                    .contains(report);
        }
        assertThat(stage.events(Tested.class)).hasSize(1);
    }

    @Test
    void testConnection_onAMachineWhoseClockIsADayBehind_isTheLastTestAllTheSame() {
        stage.clock.advance(Duration.ofMinutes(5));
        SimulatedClock behind = SimulatedClock.standingAt(Stage.START.minus(Duration.ofDays(1)));
        try (ConfluenceRuntime runtime =
                        ConfluenceRuntime.builder().time(TimeSource.of(behind)).build();
                IntegrationRegistry there = stage.unopened().runtime(runtime).build()) {
            ConnectionReport report = there.testConnection(integration.id());
            assertThat(registry.find(integration.id()))
                    .map(Integration::lastTest)
                    .contains(report);
        }
    }

    @Test
    void tested_withAnOlderReport_keepsTheNewer() {
        ConnectionReport older = integration.lastTest();
        stage.clock.advance(Duration.ofMinutes(5));
        registry.testConnection(integration.id());
        Entry present =
                new Entry(registry.find(integration.id()).orElseThrow(), Entry.State.ACTIVE, Stage.START, "any", 7);
        assertThat(present.tested(older)).isEqualTo(present);
    }

    @Test
    void remove_integration_endsItsViewsAndIsIdempotent() {
        ConfluenceIntegration view = registry.connect(integration.id());
        registry.remove(integration.id());
        registry.remove(integration.id());
        assertThatThrownBy(() -> view.spaces().list().first()).isInstanceOf(ConfluenceClosedException.class);
        assertThatThrownBy(() -> registry.testConnection(integration.id()))
                .isInstanceOf(NoSuchIntegrationException.class);
    }

    @Test
    void close_registry_endsAllViewsAndEveryMethod() {
        ConfluenceIntegration view = registry.connect(integration.id());
        registry.close();
        registry.close();
        assertThatThrownBy(() -> view.spaces().list().first()).isInstanceOf(ConfluenceClosedException.class);
        for (Callable<?> use : java.util.List.<Callable<?>>of(
                registry::list,
                () -> registry.find(integration.id()),
                () -> registry.connect(integration.id()),
                () -> registry.testConnection(integration.id()),
                () -> registry.rename(integration.id(), "x"),
                () -> registry.add(stage.wanted(stage.account.issueKey()).build()),
                () -> registry.expiringWithin(Duration.ZERO),
                registry::warnOfExpiringKeys,
                () -> registry.watchKeys(Duration.ofHours(1)))) {
            assertThatThrownBy(use::call).isInstanceOf(ConfluenceClosedException.class);
        }
        assertThatThrownBy(() -> registry.remove(integration.id())).isInstanceOf(ConfluenceClosedException.class);
    }

    @Test
    void close_registryOnASharedRuntime_leavesTheRuntimeOpen() {
        registry.close();
        try (IntegrationRegistry next = stage.registry()) {
            assertThat(next.testConnection(integration.id()).ok()).isTrue();
        }
    }

    @Test
    void close_registryWithARuntimeOfItsOwn_closesIt() {
        IntegrationRegistry own = IntegrationRegistry.builder()
                .integrations(stage.integrations)
                .credentials(stage.credentials)
                .build();
        assertThatCode(own::close).doesNotThrowAnyException();
    }

    @Test
    void registries_onOneRuntime_shareTheGateOfASite() {
        ConfluenceRuntime shared = stage.runtime;
        try (IntegrationRegistry other = stage.unopened().runtime(shared).build()) {
            assertThat(other.testConnection(integration.id()).ok()).isTrue();
        }
        assertThat(registry.testConnection(integration.id()).ok()).isTrue();
    }
}
