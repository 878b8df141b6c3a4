package dev.confluencekit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.auth.KeyLife.Source;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyLifeTest {
    private static final Instant END = Instant.parse("2027-03-01T12:00:00Z");
    private static final Credential CREDENTIAL = Credential.of("kb-bot@acme.example", Secret.of("key"));

    private static KeyLife ending(Instant end) {
        return KeyLife.of(CREDENTIAL.expires(end));
    }

    @Test
    void of_endStated_isThatEnd() {
        assertThat(ending(END)).isEqualTo(new KeyLife(END, Source.STATED));
    }

    @Test
    void of_issueStatedOnly_endsAfterAYearAtTheLatest() {
        assertThat(KeyLife.of(CREDENTIAL.issued(Instant.parse("2026-03-01T12:00:00Z"))))
                .isEqualTo(new KeyLife(END, Source.AT_THE_LATEST));
    }

    @Test
    void of_issueBeforeALeapDay_ends365DaysLaterNotAYear() {
        assertThat(KeyLife.of(CREDENTIAL.issued(Instant.parse("2028-02-28T00:00:00Z")))
                        .end())
                .contains(Instant.parse("2029-02-27T00:00:00Z"));
    }

    @Test
    void of_bothStated_isTheStatedEnd() {
        assertThat(KeyLife.of(CREDENTIAL.issued(END.minusSeconds(1)).expires(END)))
                .isEqualTo(new KeyLife(END, Source.STATED));
    }

    @Test
    void of_nothingStated_isUnknown() {
        assertThat(KeyLife.of(CREDENTIAL)).isEqualTo(KeyLife.unknown());
        assertThat(KeyLife.unknown().source()).isEqualTo(Source.UNKNOWN);
        assertThat(KeyLife.unknown().end()).isEmpty();
    }

    @Test
    void unknown_isNeverOverAndHasNoDays() {
        assertThat(KeyLife.unknown().isOver(Instant.MAX)).isFalse();
        assertThat(KeyLife.unknown().daysLeft(END)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T00:00:00Z, 0",
        "2027-03-01T23:59:59Z, 0",
        "2027-02-28T23:59:59Z, 1",
        "2027-02-28T00:00:00Z, 1",
        "2027-02-22T12:00:00Z, 7",
        "2026-03-01T12:00:00Z, 365",
        "2027-03-02T00:00:00Z, -1",
        "2027-03-11T12:00:00Z, -10"
    })
    void daysLeft_countsByTheCalendarInUtc(Instant now, long days) {
        assertThat(ending(END).daysLeft(now)).hasValue(days);
    }

    @Test
    void daysLeft_acrossALeapDay_countsIt() {
        assertThat(ending(Instant.parse("2028-03-01T00:00:00Z")).daysLeft(Instant.parse("2028-02-28T00:00:00Z")))
                .hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T11:59:59.999999999Z, false",
        "2027-03-01T12:00:00Z, true",
        "2027-03-01T12:00:01Z, true",
        "2026-03-01T12:00:00Z, false"
    })
    void isOver_fromTheEndOn(Instant now, boolean over) {
        assertThat(ending(END).isOver(now)).isEqualTo(over);
    }

    @Test
    void isOver_onTheLastDayBeforeTheHour_isNotThoughNoDayIsLeft() {
        Instant morning = Instant.parse("2027-03-01T06:00:00Z");
        assertThat(ending(END).daysLeft(morning)).hasValue(0);
        assertThat(ending(END).isOver(morning)).isFalse();
    }

    @Test
    void new_sourceWithoutAnEnd_isRefused() {
        assertThatThrownBy(() -> new KeyLife(END, Source.UNKNOWN))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("endsAt");
        assertThatThrownBy(() -> new KeyLife(null, Source.STATED)).isInstanceOf(InvalidArgumentException.class);
    }
}
