package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.message.Message;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.integration.registry.IntegrationEvent.KeyExpiring;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Who is to be told when of a key that ends. Judged by the service's clock, as the last test found it. */
final class KeyWarnings {
    /** Below all days that can be set: the key has ended. */
    private static final int OVER = -1;

    private final Ledger ledger;
    private final List<Integer> days;
    private final Messages messages;
    private final Announcer announcer;
    private final TimeSource time;

    KeyWarnings(Ledger ledger, List<Integer> days, Messages messages, Announcer announcer, TimeSource time) {
        this.ledger = ledger;
        this.days = days.stream().sorted().toList();
        this.messages = messages;
        this.announcer = announcer;
        this.time = time;
    }

    List<Integration> expiringWithin(Duration ahead) {
        return ledger.listed().stream()
                .filter(integration -> integration
                        .keyLife()
                        .end()
                        .filter(end -> !end.isAfter(serverTime(integration).plus(ahead)))
                        .isPresent())
                .sorted(Comparator.comparing(
                                (Integration i) -> i.keyLife().end().orElseThrow())
                        .thenComparing(Ledger.NEWEST_FIRST))
                .toList();
    }

    /** The entry is marked before anybody is told, so that of two processes only one tells. */
    List<KeyExpiring> warn() {
        List<KeyExpiring> told = new ArrayList<>();
        for (Integration integration : ledger.listed()) {
            if (due(integration, null).isEmpty()) {
                continue;
            }
            Integration[] marked = new Integration[1];
            ledger.change(integration.id(), entry -> {
                Optional<Integer> due =
                        entry.isListed() ? due(entry.integration(), entry.warnedAt()) : Optional.empty();
                marked[0] = due.isPresent() ? entry.integration() : null;
                return due.map(entry::warned).orElse(null);
            });
            if (marked[0] != null) {
                KeyExpiring event = event(marked[0]);
                announcer.tell(event);
                told.add(event);
            }
        }
        return told;
    }

    /** The fewest of the days set that have been reached, unless those or fewer were told already. */
    private Optional<Integer> due(Integration integration, @Nullable Integer told) {
        Instant now = serverTime(integration);
        OptionalLong left = integration.keyLife().daysLeft(now);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> reached = integration.keyLife().isOver(now)
                ? Optional.of(OVER)
                : days.stream().filter(day -> left.getAsLong() <= day).findFirst();
        return reached.filter(day -> told == null || day < told);
    }

    private KeyExpiring event(Integration integration) {
        Instant now = serverTime(integration);
        long left = integration.keyLife().daysLeft(now).orElseThrow();
        LocalDate day = LocalDate.ofInstant(integration.keyLife().end().orElseThrow(), ZoneOffset.UTC);
        boolean stated = integration.keyLife().source() == KeyLife.Source.STATED;
        MessageCode code;
        if (integration.keyLife().isOver(now)) {
            code = MessageCode.KEY_PAST_ITS_END;
        } else {
            code = stated ? MessageCode.KEY_EXPIRING : MessageCode.KEY_EXPIRING_AT_THE_LATEST;
        }
        Message message = messages.say(
                code, Map.of("name", integration.name(), "day", day.toString(), "days", Long.toString(left)));
        return new KeyExpiring(integration, message, time.now(), left);
    }

    private Instant serverTime(Integration integration) {
        Duration difference = integration.lastTest().clockDifference();
        return time.now().plus(Objects.requireNonNullElse(difference, Duration.ZERO));
    }
}
