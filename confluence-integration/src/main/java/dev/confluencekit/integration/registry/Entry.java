package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.integration.connection.ConnectionReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An integration with where it stands between being added and being removed.
 *
 * @param integration the integration
 * @param state where it stands
 * @param since when it came to that state
 * @param identity what no other entry may have
 * @param warnedAt the fewest days at which was told that its key ends, or null if that was not yet told
 */
record Entry(
        Integration integration,
        State state,
        Instant since,
        @Nullable String identity,
        @Nullable Integer warnedAt) {
    enum State {
        /** Verified; its key is about to be stored. Not in the list yet. */
        ADDING,
        ACTIVE,
        /** In the list; its key is being exchanged, so that what is said here of the key may be out of date. */
        CHANGING_KEY,
        /** Not in the list any more; its key is about to go. */
        REMOVING
    }

    boolean isListed() {
        return state == State.ACTIVE || state == State.CHANGING_KEY;
    }

    Entry to(State next, Instant now) {
        return new Entry(integration, next, now, next == State.REMOVING ? null : identity, warnedAt);
    }

    Entry warned(int days) {
        return new Entry(integration, state, since, identity, days);
    }

    Entry named(String name) {
        Integration i = integration;
        return with(new Integration(
                i.id(),
                name,
                i.capabilities(),
                i.site(),
                i.cloudId(),
                i.username(),
                i.account(),
                i.credentialId(),
                i.keyLife(),
                i.addedAt(),
                i.keyAcceptedAt(),
                i.lastTest()));
    }

    /** With another key; what was told of the old one's end says nothing of it. */
    Entry withKey(KeyLife life, Instant now) {
        Entry changed = with(keyed(integration, life));
        return new Entry(changed.integration, State.ACTIVE, now, identity, null);
    }

    /** With what the store says of the key, unless the key was exchanged since the entry said something else of it. */
    Entry corrected(KeyLife said, KeyLife inStore) {
        return integration.keyLife().equals(said) ? with(keyed(integration, inStore)) : this;
    }

    /** With a test's result, unless a later test is known already. */
    Entry tested(ConnectionReport report) {
        Integration i = integration;
        if (serverTime(report).isBefore(serverTime(i.lastTest()))) {
            return this;
        }
        return with(new Integration(
                i.id(),
                i.name(),
                i.capabilities(),
                i.site(),
                report.cloudId() == null ? i.cloudId() : report.cloudId(),
                i.username(),
                i.account(),
                i.credentialId(),
                i.keyLife(),
                i.addedAt(),
                report.ok() ? report.testedAt() : i.keyAcceptedAt(),
                report));
    }

    /** The machines that share a store may have different clocks; the service has one. */
    private static Instant serverTime(ConnectionReport report) {
        Duration difference = report.clockDifference();
        return difference == null ? report.testedAt() : report.testedAt().plus(difference);
    }

    private static Integration keyed(Integration i, KeyLife life) {
        return new Integration(
                i.id(),
                i.name(),
                i.capabilities(),
                i.site(),
                i.cloudId(),
                i.username(),
                i.account(),
                i.credentialId(),
                life,
                i.addedAt(),
                i.keyAcceptedAt(),
                i.lastTest());
    }

    private Entry with(Integration changed) {
        return new Entry(changed, state, since, identity, warnedAt);
    }
}
