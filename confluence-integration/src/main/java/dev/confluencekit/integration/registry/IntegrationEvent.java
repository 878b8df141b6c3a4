package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.message.Message;
import java.time.Instant;

/** Something that happened to an integration. Holds no credential. New kinds may come. */
public interface IntegrationEvent {
    /**
     * The integration, as it stood after the event; for a removed one, as it stood before.
     *
     * @return the integration
     */
    Integration integration();

    /**
     * What happened, for people.
     *
     * @return text and code
     */
    Message message();

    /**
     * When it happened, by this machine's clock.
     *
     * @return the instant
     */
    Instant at();

    /** It was connected, verified and stored. */
    record Added(Integration integration, Message message, Instant at) implements IntegrationEvent {}

    /** Its connection was tested. */
    record Tested(Integration integration, Message message, Instant at, ConnectionReport report)
            implements IntegrationEvent {}

    /** Its key was exchanged for a verified one. */
    record KeyUpdated(Integration integration, Message message, Instant at) implements IntegrationEvent {}

    /** Its key ends soon, or has ended by what is known of it; told once for each of the days set. */
    record KeyExpiring(Integration integration, Message message, Instant at, long daysLeft)
            implements IntegrationEvent {}

    /** The service refused its key in a call or a test; told once for each key. */
    record KeyRefused(Integration integration, Message message, Instant at) implements IntegrationEvent {}

    /** It was removed, its key with it. */
    record Removed(Integration integration, Message message, Instant at) implements IntegrationEvent {}
}
