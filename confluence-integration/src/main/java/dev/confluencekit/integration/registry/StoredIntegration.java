package dev.confluencekit.integration.registry;

import org.jspecify.annotations.Nullable;

/**
 * An entry of an {@link IntegrationStore}.
 *
 * @param id its id
 * @param version counts the changes of this entry, from 1; to be given back when it is replaced
 * @param identity what no other entry may have (the account on its site), or null if others may
 * @param document what the registry keeps there: JSON, without any secret, of no concern to the store
 */
public record StoredIntegration(
        IntegrationId id, long version, @Nullable String identity, String document) {}
