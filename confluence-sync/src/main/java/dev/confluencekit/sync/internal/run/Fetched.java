package dev.confluencekit.sync.internal.run;

import dev.confluencekit.sync.internal.site.Row;
import dev.confluencekit.sync.render.BodyRenderer;
import java.util.List;

/**
 * What was fetched at once.
 *
 * @param rows with bodies
 * @param renderer what renders these bodies
 */
record Fetched(List<Row> rows, BodyRenderer renderer) {}
