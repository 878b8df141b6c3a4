package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.body.TaskItems;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task in a body at one moment.
 *
 * @param id its id on the site
 * @param page the page or blog post that it is in
 * @param item how it stands there
 * @param createdBy who wrote it
 * @param createdAt when that was
 * @param updatedAt when it was changed last
 * @param completedBy who did it, if it is done
 * @param completedAt when that was
 */
public record InlineTask(
        long id,
        PageEntry page,
        TaskItems.Item item,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String completedBy,
        @Nullable Instant completedAt) {}
