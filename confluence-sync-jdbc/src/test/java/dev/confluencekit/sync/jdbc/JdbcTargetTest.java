package dev.confluencekit.sync.jdbc;

import static dev.confluencekit.sync.target.contract.SampleItems.page;
import static dev.confluencekit.sync.target.contract.SampleItems.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import dev.confluencekit.sync.target.contract.SampleItems;
import dev.confluencekit.testkit.SimulatedClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Leases, several mirrors in one database, and databases that fail. */
@Timeout(60)
class JdbcTargetTest {
    private static final ItemKey PAGE = new ItemKey(ItemKind.PAGE, "1");

    @TempDir
    private Path directory;

    private final SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-11-26T12:00:00Z"));
    private SQLiteDataSource source = new SQLiteDataSource();
    private JdbcTarget target = JdbcTarget.on(source);

    @BeforeEach
    void create() {
        source = Sources.sqlite(directory.resolve("mirror.db"));
        target = on(source);
    }

    private JdbcTarget on(DataSource other) {
        return JdbcTarget.on(other).lease(Duration.ofSeconds(60)).time(TimeSource.of(clock));
    }

    @Test
    void open_afterAProcessThatDied_waitsForItsLeaseOnly() {
        target.open("the dead").apply(put("one", page("1", "10", 1)));
        clock.advance(Duration.ofSeconds(59));
        assertThatThrownBy(() -> target.open("the heir"))
                .isInstanceOfSatisfying(
                        TargetBusyException.class,
                        busy -> assertThat(busy.holder()).isEqualTo("the dead"));
        clock.advance(Duration.ofSeconds(1));
        try (TargetSession heir = target.open("the heir")) {
            assertThat(heir.checkpoint()).contains("one");
        }
    }

    @Test
    void apply_afterALeaseWasTakenOver_changesNothing() {
        TargetSession slow = target.open("the slow");
        slow.apply(put("one", page("1", "10", 1)));
        clock.advance(Duration.ofMinutes(2));
        try (TargetSession heir = target.open("the heir")) {
            heir.apply(put("two", page("1", "10", 2)));

            assertThatThrownBy(() -> slow.apply(put("three", page("1", "10", 3), page("2", "10", 3))))
                    .isInstanceOfSatisfying(
                            TargetBusyException.class,
                            busy -> assertThat(busy.holder()).isEqualTo("the heir"));
            slow.close();

            assertThat(heir.checkpoint()).contains("two");
            assertThat(heir.list(ItemKind.PAGE, null, null, 10))
                    .extracting(ItemState::version)
                    .containsExactly(2);
            assertThatThrownBy(() -> target.open("the third")).isInstanceOf(TargetBusyException.class);
        }
    }

    @Test
    void apply_afterAnotherTookOverAndEnded_isRefusedAllTheSame() {
        TargetSession slow = target.open("the slow");
        clock.advance(Duration.ofMinutes(2));
        target.open("the heir").close();

        assertThatThrownBy(() -> slow.apply(put("one", page("1", "10", 1)))).isInstanceOf(TargetBusyException.class);
    }

    @Test
    void apply_leaseRanOutAndNobodyCame_goesOn() {
        try (TargetSession session = target.open("the slow")) {
            clock.advance(Duration.ofMinutes(2));
            session.apply(put("one", page("1", "10", 1)));
            assertThatThrownBy(() -> target.open("another")).isInstanceOf(TargetBusyException.class);
        }
    }

    @Test
    void reading_keepsTheLease() {
        try (TargetSession session = target.open("a reader")) {
            for (int i = 0; i < 10; i++) {
                clock.advance(Duration.ofSeconds(30));
                session.find(List.of(PAGE));
            }
            clock.advance(Duration.ofSeconds(59));
            assertThatThrownBy(() -> target.open("another")).isInstanceOf(TargetBusyException.class);
        }
    }

    @Test
    void named_mirrorsOfOneDatabase_shareNothing() {
        try (TargetSession acme = target.named("acme").open("one");
                TargetSession other = target.named("other").open("two")) {
            acme.apply(put("of acme", page("1", "10", 1)));
            other.apply(put("of other", page("1", "10", 7), page("2", "10", 7)));

            assertThat(acme.checkpoint()).contains("of acme");
            assertThat(acme.count(ItemKind.PAGE)).isEqualTo(1);
            assertThat(acme.find(List.of(PAGE)).get(PAGE))
                    .extracting(state -> state.version())
                    .isEqualTo(1);
            assertThat(other.list(ItemKind.PAGE, "10", null, 10)).hasSize(2);
        }
        try (TargetSession unnamed = target.open("three")) {
            assertThat(unnamed.checkpoint()).isEmpty();
        }
    }

    @Test
    void named_anyOtherForm_isRefused() {
        for (String name : List.of("", "a b", "a'", "ä", "a".repeat(101))) {
            assertThatThrownBy(() -> target.named(name))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("mirror");
        }
    }

    @Test
    void lease_outOfBounds_isRefused() {
        for (Duration lease : List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(2))) {
            assertThatThrownBy(() -> target.lease(lease))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("duration");
        }
    }

    @Test
    void open_tablesOfALaterVersion_isRefused() throws Exception {
        target.open("first").close();
        new Stored(source).execute("update confluence_schema set version = 2");

        assertThatThrownBy(() -> target.open("second"))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void open_tablesWereNotAllCreated_createsTheRest() throws Exception {
        new Stored(source).execute("create table confluence_schema (version integer not null primary key)");

        try (TargetSession session = target.open("first")) {
            session.apply(put("one", page("1", "10", 1)));
            assertThat(session.count(ItemKind.PAGE)).isEqualTo(1);
        }
    }

    @Test
    void put_hundredsOfHostileTitles_comeBackExactlyAndCanBeReadInSql() throws Exception {
        List<MirrorItem> items = new ArrayList<>();
        List<String> titles = SampleItems.hostileTitles();
        for (int i = 0; i < 600; i++) {
            String title = titles.get(i % titles.size()) + (i < titles.size() ? "" : "\\u0000" + i + "\ud800");
            items.add(page("" + i, "10", 1, title));
        }
        try (TargetSession session = target.open("a test")) {
            session.apply(put("one", items.toArray(MirrorItem[]::new)));
            assertThat(session.find(items.stream().map(MirrorItem::key).toList())
                            .values())
                    .containsExactlyInAnyOrderElementsOf(
                            items.stream().map(MirrorItem::state).toList());
        }
        assertThat(new Stored(source).text("title", new ItemKey(ItemKind.PAGE, "" + titles.indexOf("nul\u0000inside"))))
                .contains("nul\ufffdinside");
        assertThat(new Stored(source).text("title", new ItemKey(ItemKind.PAGE, "" + titles.indexOf("a\\b"))))
                .contains("a\\b");
    }

    @Test
    void apply_diskIsFull_keepsTheOldStateAndGoesOnWhenThereIsRoom() {
        AtomicInteger mostPages = new AtomicInteger(1_000_000);
        DataSource small = Sources.of(() -> limited(source.getConnection(), mostPages.get()));
        try (TargetSession session = on(small).open("first")) {
            session.apply(put("one", page("1", "10", 1)));
        }
        mostPages.set(1);
        MirrorItem[] many =
                IntStream.range(0, 2_000).mapToObj(i -> page("" + i, "10", 2)).toArray(MirrorItem[]::new);
        try (TargetSession session = on(small).open("second")) {
            TargetException full = catchThrowableOfType(TargetException.class, () -> session.apply(put("two", many)));
            assertThat(full).hasMessageContaining("applying a batch").hasMessageContaining("error 13");
            assertThat(session.checkpoint()).contains("one");
            assertThat(session.count(ItemKind.PAGE)).isEqualTo(1);
        }
        mostPages.set(1_000_000);
        try (TargetSession session = on(small).open("third")) {
            session.apply(put("two", many));
            assertThat(session.count(ItemKind.PAGE)).isEqualTo(2_000);
        }
    }

    private static Connection limited(Connection connection, int pages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // SQLite takes no limit below what there is already.
            statement.execute("pragma max_page_count = " + pages);
        }
        return connection;
    }

    @Test
    void open_databaseIsReadOnly_saysSo() {
        target.open("first").close();
        SQLiteDataSource readOnly = new SQLiteDataSource();
        readOnly.setReadOnly(true);
        readOnly.setUrl(source.getUrl());

        assertThatThrownBy(() -> on(readOnly).open("second"))
                .isInstanceOf(TargetException.class)
                .isNotInstanceOf(TargetBusyException.class)
                .hasMessageContaining("error 8");
        target.open("third").close();
    }

    @Test
    void failure_ofTheConnection_namesSqlStateAndNeitherAddressNorPassword() {
        DataSource away = Sources.of(() -> {
            throw new SQLException("jdbc:postgresql://db.acme.example/kb?password=s3cret refused", "08001", 7);
        });

        assertThatThrownBy(() -> JdbcTarget.on(away).open("first"))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("08001")
                .hasMessageContaining("connecting")
                .satisfies(thrown -> {
                    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                        assertThat(cause.toString()).doesNotContain("s3cret").doesNotContain("acme.example");
                    }
                });
    }

    @Test
    void session_whoseConnectionBroke_goesOnWithAnotherOne() throws Exception {
        List<Connection> opened = new ArrayList<>();
        DataSource watched = Sources.of(() -> {
            Connection connection = source.getConnection();
            opened.add(connection);
            return connection;
        });
        try (TargetSession session = on(watched).open("a test")) {
            session.apply(put("one", page("1", "10", 1)));
            opened.get(opened.size() - 1).close();
            assertThatThrownBy(() -> session.apply(put("two", page("1", "10", 2))))
                    .isInstanceOf(TargetException.class);
            assertThat(session.checkpoint()).contains("one");
            session.apply(put("two", page("1", "10", 2)));
            assertThat(session.checkpoint()).contains("two");
        }
        assertThat(opened)
                .allSatisfy(connection -> assertThat(connection.isClosed()).isTrue());
    }
}
