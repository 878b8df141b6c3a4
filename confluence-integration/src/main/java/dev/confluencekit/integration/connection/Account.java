package dev.confluencekit.integration.connection;

import org.jspecify.annotations.Nullable;

/**
 * The account that a key stands for, as the service named it.
 *
 * @param accountId its id
 * @param name its name; null where the account's privacy settings hide it
 * @param type its type, in the service's words, such as {@code atlassian} or {@code app}
 */
public record Account(
        String accountId, @Nullable String name, @Nullable String type) {}
