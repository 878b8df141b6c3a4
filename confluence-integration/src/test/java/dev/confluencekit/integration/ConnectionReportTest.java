package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.integration.connection.Check;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionFailedException;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.Message;
import dev.confluencekit.integration.message.MessageCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionReportTest {
    @SuppressWarnings("NullAway") // it does not see in a class file that components may be null
    private static ConnectionReport report(Verdict verdict) {
        return new ConnectionReport(
                "acme.atlassian.net",
                verdict,
                new Message(MessageCode.KEY_REFUSED, "acme.atlassian.net refused the key.", "Make a new one."),
                List.of(
                        new Check(Subject.SITE, "A site answers", Result.PASSED, "cloud id 1", ""),
                        new Check(Subject.KEY, "The key is accepted", Result.FAILED, "401", "Make a new one."),
                        new Check(Subject.SPACES, "Spaces can be read", Result.NOT_REACHED, "", ""),
                        new Check(Subject.CLOCK, "The clocks agree", Result.WARNING, "301 seconds apart", "Set it.")),
                null,
                null,
                "1",
                KeyLife.unknown(),
                null,
                null,
                Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "CONNECTED_WITH_WARNINGS"})
    void orThrow_connected_returnsTheReport(Verdict verdict) {
        ConnectionReport connected = report(verdict);
        assertThat(connected.orThrow()).isSameAs(connected);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONNECTED", "CONNECTED_WITH_WARNINGS"})
    void orThrow_anythingElse_throwsWithTheReport(Verdict verdict) {
        ConnectionReport failed = report(verdict);
        ConnectionFailedException thrown = catchThrowableOfType(ConnectionFailedException.class, failed::orThrow);
        assertThat(thrown.report()).isSameAs(failed);
        assertThat(thrown.forPeople()).isSameAs(failed.message());
    }

    @Test
    void orThrow_message_namesSiteProblemAndWhatToDo() {
        ConnectionFailedException thrown =
                catchThrowableOfType(ConnectionFailedException.class, report(Verdict.REFUSED)::orThrow);
        assertThat(thrown).hasMessage("acme.atlassian.net refused the key. Make a new one.");
    }

    @ParameterizedTest
    @EnumSource
    void ok_onlyWhenConnected(Verdict verdict) {
        assertThat(report(verdict).ok())
                .isEqualTo(verdict == Verdict.CONNECTED || verdict == Verdict.CONNECTED_WITH_WARNINGS);
    }

    @Test
    void check_ofASubject_isFound() {
        assertThat(report(Verdict.REFUSED).check(Subject.KEY).seen()).isEqualTo("401");
    }

    @Test
    void toString_isForPeople() {
        assertThat(report(Verdict.REFUSED)).hasToString("""
                        acme.atlassian.net refused the key.
                          [ok] A site answers: cloud id 1
                          [failed] The key is accepted: 401
                          [not reached] Spaces can be read
                          [warning] The clocks agree: 301 seconds apart
                          Make a new one.""");
    }

    @Test
    void checks_cannotBeChangedAfterwards() {
        assertThat(report(Verdict.CONNECTED).checks()).isUnmodifiable();
    }
}
