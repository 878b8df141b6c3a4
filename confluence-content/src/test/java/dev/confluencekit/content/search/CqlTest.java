package dev.confluencekit.content.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries as they are sent. */
class CqlTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void values_areQuotedAndEscaped() {
        assertThat(Cql.title("a \"b\" \\ c' and space = x"))
                .hasToString("title = \"a \\\"b\\\" \\\\ c' and space = x\"");
    }

    @Test
    void controlCharacters_andBadNames_areRefused() {
        assertThatThrownBy(() -> Cql.title("a\nb")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Cql.field("title = 1 or x", "=", "a")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Cql.field("title", "= 1 or", "a")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Cql.time("created", "=", CqlTime.now())).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Cql.spaces(List.of())).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Cql.raw(" ")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> CqlTime.ago(-1, ChronoUnit.DAYS)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> CqlTime.ago(1, ChronoUnit.SECONDS)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void eachField() {
        assertThat(Cql.space("DOCS")).hasToString("space = \"DOCS\"");
        assertThat(Cql.spaces(List.of("A", "B"))).hasToString("space in (\"A\", \"B\")");
        assertThat(Cql.type("page")).hasToString("type = \"page\"");
        assertThat(Cql.titleContains("return")).hasToString("title ~ \"return\"");
        assertThat(Cql.text("return")).hasToString("text ~ \"return\"");
        assertThat(Cql.label("x")).hasToString("label = \"x\"");
        assertThat(Cql.ancestor(ContentId.of("7"))).hasToString("ancestor = \"7\"");
        assertThat(Cql.parent(ContentId.of("7"))).hasToString("parent = \"7\"");
        assertThat(Cql.ids(List.of(ContentId.of("7"), ContentId.of("att8")))).hasToString("id in (\"7\", \"att8\")");
        assertThat(Cql.creator(AccountId.of("5:a"))).hasToString("creator = \"5:a\"");
        assertThat(Cql.contributor(AccountId.of("5:a"))).hasToString("contributor = \"5:a\"");
        assertThat(Cql.currentUser("creator")).hasToString("creator = currentUser()");
    }

    @Test
    void joins_putWhatIsNotSimpleIntoBrackets() {
        Cql a = Cql.label("a");
        Cql b = Cql.label("b");
        assertThat(a.and(b.or(Cql.raw("x = 1 or y = 2"))).and(a.not()))
                .hasToString("(label = \"a\" and (label = \"b\" or (x = 1 or y = 2))) and (not label = \"a\")");
    }

    @Test
    void order_comesLast() {
        assertThat(Cql.label("a").orderBy("lastmodified", CqlOrder.DESCENDING).orderBy("title", CqlOrder.ASCENDING))
                .hasToString("label = \"a\" order by lastmodified desc, title asc");
        Cql ordered = Cql.label("a").orderBy("title", CqlOrder.ASCENDING);
        assertThatThrownBy(() -> ordered.and(Cql.label("b")).toString()).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void functions() {
        assertThat(Cql.time("created", ">", CqlTime.ago(7, ChronoUnit.DAYS))).hasToString("created > now(\"-7d\")");
        assertThat(CqlTime.ago(3, ChronoUnit.MONTHS)).hasToString("now(\"-3M\")");
        assertThat(CqlTime.ago(3, ChronoUnit.MINUTES)).hasToString("now(\"-3m\")");
        assertThat(CqlTime.now()).hasToString("now()");
        assertThat(CqlTime.startOfDay()).hasToString("startOfDay()");
        assertThat(CqlTime.startOfWeek()).hasToString("startOfWeek()");
        assertThat(CqlTime.startOfMonth()).hasToString("startOfMonth()");
        assertThat(CqlTime.day(LocalDate.of(2026, 10, 1))).hasToString("\"2026-10-01\"");
    }

    @ParameterizedTest
    @CsvSource({
        // An ordinary minute: down for a lower bound, up for an upper one.
        "2026-07-01T10:30:59.999Z,2026-07-01 12:30,2026-07-01 12:31",
        "2026-07-01T10:30:00Z,2026-07-01 12:30,2026-07-01 12:30",
        // Clocks go back at 01:00Z, from 03:00 to 02:00: 02:00 to 02:59 comes twice.
        "2026-10-25T00:15:00Z,2026-10-25 01:59,2026-10-25 03:00",
        "2026-10-25T01:15:00Z,2026-10-25 01:59,2026-10-25 03:00",
        "2026-10-25T02:15:00Z,2026-10-25 03:15,2026-10-25 03:15",
        // Clocks go forward at 01:00Z, from 02:00 to 03:00: no minute of that hour can be asked for.
        "2026-03-29T00:59:30Z,2026-03-29 01:59,2026-03-29 03:00",
    })
    void instants_areWrittenInTheAccountsZone_roundedOutwards(String instant, String lower, String upper) {
        assertThat(Cql.modifiedSince(Instant.parse(instant)).text(BERLIN))
                .isEqualTo("lastmodified >= \"" + lower + "\"");
        assertThat(Cql.modifiedBefore(Instant.parse(instant)).text(BERLIN))
                .isEqualTo("lastmodified < \"" + upper + "\"");
        assertThat(Cql.createdSince(Instant.parse(instant)).text(BERLIN)).isEqualTo("created >= \"" + lower + "\"");
    }
}
