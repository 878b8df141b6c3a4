package dev.confluencekit.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confluencekit.integration.ConnectionReport.Check;
import dev.confluencekit.integration.ConnectionReport.Outcome;
import dev.confluencekit.integration.ConnectionReport.Result;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionReportTest {
    private static ConnectionReport report(Outcome outcome) {
        return new ConnectionReport(
                "acme.atlassian.net",
                outcome,
                "The key was refused.",
                "Make a new one.",
                List.of(
                        new Check("A site answers", Result.PASSED, "cloud id 1"),
                        new Check("The key is accepted", Result.FAILED, "401"),
                        new Check("Spaces can be read", Result.SKIPPED, "")),
                null,
                null,
                null,
                "1",
                null,
                Instant.EPOCH);
    }

    @Test
    void orThrow_connected_returnsTheReport() {
        ConnectionReport connected = report(Outcome.CONNECTED);
        assertThat(connected.orThrow()).isSameAs(connected);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONNECTED")
    void orThrow_anythingElse_throwsWithTheReport(Outcome outcome) {
        ConnectionReport failed = report(outcome);
        ConnectionFailedException thrown = catchThrowableOfType(ConnectionFailedException.class, failed::orThrow);
        assertThat(thrown.report()).isSameAs(failed);
    }

    @Test
    void orThrow_message_namesSiteProblemAndWhatToDo() {
        ConnectionFailedException thrown =
                catchThrowableOfType(ConnectionFailedException.class, report(Outcome.KEY_REFUSED)::orThrow);
        assertThat(thrown).hasMessage("acme.atlassian.net: The key was refused. Make a new one.");
    }

    @ParameterizedTest
    @EnumSource
    void ok_onlyWhenConnected(Outcome outcome) {
        assertThat(report(outcome).ok()).isEqualTo(outcome == Outcome.CONNECTED);
    }

    @Test
    void toString_isForPeople() {
        assertThat(report(Outcome.KEY_REFUSED)).hasToString("""
                        acme.atlassian.net: The key was refused.
                          [ok] A site answers: cloud id 1
                          [failed] The key is accepted: 401
                          [not reached] Spaces can be read
                          Make a new one.""");
    }

    @Test
    void checks_cannotBeChangedAfterwards() {
        assertThat(report(Outcome.CONNECTED).checks()).isUnmodifiable();
    }
}
