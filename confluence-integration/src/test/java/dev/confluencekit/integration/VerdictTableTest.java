package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.confluencekit.integration.connection.Check;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each situation comes to: verdict, code, the check that decides it and how that ended, and how many requests carried
 * the key to the site and to the gateway. A refused key goes once by each route at most.
 */
@Timeout(20)
class VerdictTableTest {
    private static final String TABLE = """
            a known user, a space                           | CONNECTED               | CONNECTED               | SPACES        | PASSED      | 2 | 0
            250 spaces and more                             | CONNECTED               | CONNECTED               | SPACES        | PASSED      | 2 | 0
            operations are not told                         | CONNECTED               | CONNECTED               | ADMINISTRATOR | NOT_REACHED | 2 | 0
            the key ends in 31 days                         | CONNECTED               | CONNECTED               | KEY_LIFE      | PASSED      | 2 | 0
            clocks 5 minutes apart                          | CONNECTED               | CONNECTED               | CLOCK         | PASSED      | 2 | 0
            a key with scopes                               | CONNECTED               | CONNECTED               | ROUTE         | PASSED      | 1 | 2
            not permitted at the site, taken at the gateway | CONNECTED               | CONNECTED               | ROUTE         | PASSED      | 1 | 2
            no space visible                                | CONNECTED_WITH_WARNINGS | CONNECTED_WITH_WARNINGS | SPACES        | WARNING     | 2 | 0
            an administrator                                | CONNECTED_WITH_WARNINGS | CONNECTED_WITH_WARNINGS | ADMINISTRATOR | WARNING     | 2 | 0
            the key ends in 30 days                         | CONNECTED_WITH_WARNINGS | CONNECTED_WITH_WARNINGS | KEY_LIFE      | WARNING     | 2 | 0
            by the service's clock the key ends in 30 days  | CONNECTED_WITH_WARNINGS | CONNECTED_WITH_WARNINGS | KEY_LIFE      | WARNING     | 2 | 0
            past its stated end, but accepted               | CONNECTED_WITH_WARNINGS | CONNECTED_WITH_WARNINGS | KEY_LIFE      | WARNING     | 2 | 0
            the rate limit is near                          | CONNECTED_WITH_WARNINGS | CONNECTED_WITH_WARNINGS | RATE_LIMIT    | WARNING     | 2 | 0
            the clock is slow                               | CONNECTED_WITH_WARNINGS | CONNECTED_WITH_WARNINGS | CLOCK         | WARNING     | 2 | 0
            the clock is fast                               | CONNECTED_WITH_WARNINGS | CONNECTED_WITH_WARNINGS | CLOCK         | WARNING     | 2 | 0
            401 on both routes                              | REFUSED                 | KEY_REFUSED             | KEY           | FAILED      | 1 | 1
            401, its stated end has passed                  | REFUSED                 | KEY_EXPIRED             | KEY           | FAILED      | 1 | 1
            401, its latest end has passed                  | REFUSED                 | KEY_EXPIRED             | KEY_LIFE      | FAILED      | 1 | 1
            401, accepted before                            | REFUSED                 | KEY_REVOKED             | KEY           | FAILED      | 1 | 1
            401, accepted before, its end not passed        | REFUSED                 | KEY_REVOKED             | KEY           | FAILED      | 1 | 1
            401 for spaces                                  | REFUSED                 | KEY_REFUSED             | SPACES        | FAILED      | 2 | 0
            a password                                      | REFUSED                 | PASSWORD_NOT_ACCEPTED   | KEY           | FAILED      | 1 | 1
            CAPTCHA, as Seraph says it                      | REFUSED                 | CAPTCHA                 | KEY           | FAILED      | 1 | 0
            CAPTCHA, as a challenge                         | REFUSED                 | CAPTCHA                 | KEY           | FAILED      | 1 | 0
            200 as nobody                                   | REFUSED                 | KEY_IGNORED             | NOT_ANONYMOUS | FAILED      | 1 | 0
            200 as nobody, its stated end has passed        | REFUSED                 | KEY_EXPIRED             | NOT_ANONYMOUS | FAILED      | 1 | 0
            200 without an account id                       | REFUSED                 | KEY_IGNORED             | NOT_ANONYMOUS | FAILED      | 1 | 0
            an account that is no more                      | REFUSED                 | ACCOUNT_GONE            | KEY           | FAILED      | 1 | 0
            no scope for the account                        | REFUSED                 | SCOPE_MISSING           | KEY           | FAILED      | 1 | 1
            no scope for spaces                             | REFUSED                 | SCOPE_MISSING           | SPACES        | FAILED      | 1 | 2
            not permitted on both routes                    | REFUSED                 | NOT_PERMITTED           | KEY           | FAILED      | 1 | 1
            not permitted at the site, 401 at the gateway   | REFUSED                 | NOT_PERMITTED           | KEY           | FAILED      | 1 | 1
            not permitted for spaces                        | REFUSED                 | NOT_PERMITTED           | SPACES        | FAILED      | 2 | 0
            no cloud id, 404                                | NOT_CONFLUENCE          | NOT_CONFLUENCE          | SITE          | FAILED      | 0 | 0
            no cloud id, a login page                       | NOT_CONFLUENCE          | NOT_CONFLUENCE          | SITE          | FAILED      | 0 | 0
            no cloud id, redirected                         | NOT_CONFLUENCE          | NOT_CONFLUENCE          | SITE          | FAILED      | 0 | 0
            no such host                                    | UNREACHABLE             | UNKNOWN_HOST            | NETWORK       | FAILED      | 0 | 0
            nobody listens                                  | UNREACHABLE             | CONNECTION_REFUSED      | NETWORK       | FAILED      | 0 | 0
            no connection in time                           | UNREACHABLE             | CONNECT_TIMEOUT         | NETWORK       | FAILED      | 0 | 0
            a certificate of an unknown authority           | UNREACHABLE             | TLS_FAILED              | NETWORK       | FAILED      | 0 | 0
            a certificate of another host                   | UNREACHABLE             | TLS_FAILED              | NETWORK       | FAILED      | 0 | 0
            no TLS at all                                   | UNREACHABLE             | TLS_FAILED              | NETWORK       | FAILED      | 0 | 0
            cut off in the TLS handshake                    | UNREACHABLE             | HANDSHAKE_LOST          | NETWORK       | FAILED      | 0 | 0
            the proxy wants a login                         | UNREACHABLE             | PROXY_REFUSED           | NETWORK       | FAILED      | 0 | 0
            the proxy cannot reach the site                 | UNREACHABLE             | CONNECTION_REFUSED      | NETWORK       | FAILED      | 0 | 0
            no way to the account                           | UNREACHABLE             | CONNECTION_REFUSED      | NETWORK       | FAILED      | 0 | 0
            no way to the gateway                           | COULD_NOT_TELL          | GATEWAY_UNREACHABLE     | KEY           | NOT_REACHED | 1 | 0
            no answer in time                               | COULD_NOT_TELL          | TIMED_OUT               | SITE          | NOT_REACHED | 0 | 0
            no turn in time                                 | COULD_NOT_TELL          | TOO_BUSY                | SITE          | NOT_REACHED | 0 | 0
            429                                             | COULD_NOT_TELL          | RATE_LIMITED            | KEY           | NOT_REACHED | 1 | 0
            403 with a time to come back                    | COULD_NOT_TELL          | RATE_LIMITED            | KEY           | NOT_REACHED | 1 | 0
            an earlier 429 still holds                      | COULD_NOT_TELL          | RATE_LIMITED            | RATE_LIMIT    | WARNING     | 1 | 0
            429 for the cloud id                            | COULD_NOT_TELL          | RATE_LIMITED            | SITE          | NOT_REACHED | 0 | 0
            429 for spaces                                  | COULD_NOT_TELL          | RATE_LIMITED            | SPACES        | NOT_REACHED | 2 | 0
            500                                             | COULD_NOT_TELL          | SERVICE_FAILED          | KEY           | NOT_REACHED | 1 | 0
            503                                             | COULD_NOT_TELL          | SERVICE_FAILED          | KEY           | NOT_REACHED | 1 | 0
            503 for the cloud id                            | COULD_NOT_TELL          | SERVICE_FAILED          | SITE          | NOT_REACHED | 0 | 0
            500 for spaces                                  | COULD_NOT_TELL          | SERVICE_FAILED          | SPACES        | NOT_REACHED | 2 | 0
            504 for spaces                                  | COULD_NOT_TELL          | SERVICE_FAILED          | SPACES        | NOT_REACHED | 2 | 0
            403 of the edge                                 | COULD_NOT_TELL          | SERVICE_FAILED          | KEY           | NOT_REACHED | 1 | 0
            403 in HTML on both routes                      | COULD_NOT_TELL          | FORBIDDEN               | KEY           | NOT_REACHED | 1 | 1
            403, XSRF check failed                          | COULD_NOT_TELL          | FORBIDDEN               | KEY           | NOT_REACHED | 1 | 1
            403 for spaces                                  | COULD_NOT_TELL          | SPACES_NOT_READ         | SPACES        | NOT_REACHED | 2 | 0
            404 for spaces                                  | COULD_NOT_TELL          | SPACES_NOT_READ         | SPACES        | NOT_REACHED | 2 | 0
            404                                             | COULD_NOT_TELL          | COULD_NOT_TELL          | KEY           | NOT_REACHED | 1 | 0
            410                                             | COULD_NOT_TELL          | COULD_NOT_TELL          | KEY           | NOT_REACHED | 1 | 0
            lost before an answer                           | COULD_NOT_TELL          | CONNECTION_LOST         | KEY           | NOT_REACHED | 1 | 0
            lost in the answer                              | COULD_NOT_TELL          | CONNECTION_LOST         | KEY           | NOT_REACHED | 1 | 0
            JSON that breaks off                            | COULD_NOT_TELL          | CONNECTION_LOST         | KEY           | NOT_REACHED | 1 | 0
            no HTTP                                         | COULD_NOT_TELL          | UNEXPECTED_ANSWER       | KEY           | NOT_REACHED | 1 | 0
            broken JSON                                     | COULD_NOT_TELL          | UNEXPECTED_ANSWER       | KEY           | NOT_REACHED | 1 | 0
            JSON of another shape                           | COULD_NOT_TELL          | UNEXPECTED_ANSWER       | KEY           | NOT_REACHED | 1 | 0
            a login page for the account                    | COULD_NOT_TELL          | UNEXPECTED_ANSWER       | KEY           | NOT_REACHED | 1 | 0
            a login page for spaces                         | COULD_NOT_TELL          | UNEXPECTED_ANSWER       | SPACES        | NOT_REACHED | 2 | 0
            the account is redirected                       | COULD_NOT_TELL          | REDIRECTED              | KEY           | NOT_REACHED | 1 | 0
            no credential                                   | COULD_NOT_TELL          | NO_CREDENTIAL           | KEY           | NOT_REACHED | 0 | 0
            """;

    /** Those for which {@code ConnectionTestOfSiteTest} needs a site outside of atlassian.net. */
    private static final Set<MessageCode> ELSEWHERE = EnumSet.of(MessageCode.DATA_CENTER);

    @RegisterExtension
    static final WireMockExtension SERVER = LiteralSite.newServer();

    private static final Situations SITUATIONS = new Situations();
    private static UnreachablePlaces places;

    private final LiteralSite site = new LiteralSite(SERVER);

    @BeforeAll
    static void build(@TempDir Path directory) throws Exception {
        places = new UnreachablePlaces(directory);
    }

    @AfterAll
    static void tearDown() throws IOException {
        places.close();
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** One line of the table. */
    record Row(
            String situation,
            Verdict verdict,
            MessageCode code,
            Subject subject,
            Check.Result result,
            long atTheSite,
            long atTheGateway) {
        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(
                    cells.get(0),
                    Verdict.valueOf(cells.get(1)),
                    MessageCode.valueOf(cells.get(2)),
                    Subject.valueOf(cells.get(3)),
                    Check.Result.valueOf(cells.get(4)),
                    Long.parseLong(cells.get(5)),
                    Long.parseLong(cells.get(6)));
        }

        @Override
        public String toString() {
            return situation + ": " + code;
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(Row::of);
    }

    private ConnectionReport play(Row row) throws Exception {
        return SITUATIONS.has(row.situation())
                ? SITUATIONS.play(row.situation(), site)
                : places.play(row.situation(), site);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void test_situation_comesToWhatTheTableSays(Row row) throws Exception {
        ConnectionReport report = play(row);
        List<String> withTheKey = site.askedWithTheKey();
        long atTheGateway =
                withTheKey.stream().filter(path -> path.startsWith("/ex/")).count();
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(report.verdict()).as("verdict of %s", report).isEqualTo(row.verdict());
            all.assertThat(report.message().code()).as("code").isEqualTo(row.code());
            all.assertThat(report.check(row.subject()).result()).as("result").isEqualTo(row.result());
            all.assertThat(withTheKey.size() - atTheGateway).as("at the site").isEqualTo(row.atTheSite());
            all.assertThat(atTheGateway).as("at the gateway").isEqualTo(row.atTheGateway());
            assertWords(all, row, report);
        });
    }

    private static void assertWords(SoftAssertions all, Row row, ConnectionReport report) {
        all.assertThat(report.checks()).extracting(Check::subject).containsExactly(Subject.values());
        all.assertThat(report + String.valueOf(report.checks())).as("arguments").doesNotContain("{", "}");
        all.assertThat(report.message().text()).isNotBlank();
        if (row.verdict() != Verdict.CONNECTED) {
            all.assertThat(report.message().hint()).as("hint").isNotBlank();
            all.assertThat(report.check(row.subject()).seen()).as("seen").isNotBlank();
        }
        if (row.result() == Check.Result.WARNING || row.result() == Check.Result.FAILED) {
            all.assertThat(report.check(row.subject()).todo()).as("todo").isNotBlank();
        }
    }

    @Test
    void table_hasEveryVerdictAndEveryCodeOfAConnection() {
        Set<MessageCode> ofConnections = EnumSet.range(MessageCode.CONNECTED, MessageCode.COULD_NOT_TELL);
        ofConnections.removeAll(ELSEWHERE);
        assertThat(rows().map(Row::verdict).collect(Collectors.toSet())).containsExactlyInAnyOrder(Verdict.values());
        assertThat(rows().map(Row::code).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ofConnections);
    }
}
