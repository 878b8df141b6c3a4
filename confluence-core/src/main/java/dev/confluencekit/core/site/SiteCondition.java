package dev.confluencekit.core.site;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of a site have told of it, besides what was asked.
 *
 * @param answeredAt when the last answer came, by this machine's clock, or null if none has come
 * @param clockDifference the service's clock minus this machine's, to the second, by the last answer with a {@code Date}; null
 *     if none has come
 * @param nearLimit whether the last answer warned that the site's rate limit is near
 * @param pauseLeft for how much longer the site has asked its callers to pause; zero if it has not
 */
public record SiteCondition(
        @Nullable Instant answeredAt, @Nullable Duration clockDifference, boolean nearLimit, Duration pauseLeft) {}
