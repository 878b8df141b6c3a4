package dev.confluencekit.testkit.internal.site;

import java.time.Instant;

/**
 * A property in its present version.
 *
 * @param id its id
 * @param key its key
 * @param value its value as a JSON text
 * @param number its version
 * @param authorId who wrote the version
 * @param createdAt when that was
 */
public record PropertyEntry(long id, String key, String value, int number, String authorId, Instant createdAt) {}
