package dev.confluencekit.core.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an error body that Confluence sent. v1, v2 and the gateway word theirs differently; what one of them
 * does not say is null.
 *
 * @param status the status inside the body
 * @param code a short code such as {@code NOT_FOUND}
 * @param title Confluence's message
 * @param detail more of it
 */
public record ApiError(
        @Nullable Integer status,
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail) implements Serializable {}
