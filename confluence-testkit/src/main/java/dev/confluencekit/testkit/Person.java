package dev.confluencekit.testkit;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the site knows, with or without an API key; pages name them as author or owner.
 *
 * @param accountId the Atlassian account id
 * @param displayName the full name
 * @param publicName the nickname
 * @param email the address; also the user name of an account
 * @param timeZone the time zone id, or null if it is private
 */
public record Person(
        String accountId,
        String displayName,
        String publicName,
        String email,
        @Nullable String timeZone) {}
