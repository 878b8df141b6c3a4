package dev.confluencekit.testkit.internal.site;

import org.jspecify.annotations.Nullable;

/**
 * A right that somebody was given in a space.
 *
 * @param id its id, which no other has on the site
 * @param principal to whom it was given
 * @param right what was given
 * @param roleId the role that it came with, or null if it was given by itself
 */
public record SpaceGrant(
        long id,
        SpacePrincipal principal,
        SpaceRight right,
        @Nullable String roleId) {}
