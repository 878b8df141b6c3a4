package dev.confluencekit.sync.internal.site;

import dev.confluencekit.core.paging.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one response of a listing brought, and where it goes on; null at its end. */
public record RowBatch(List<Row> rows, @Nullable Cursor next) {}
