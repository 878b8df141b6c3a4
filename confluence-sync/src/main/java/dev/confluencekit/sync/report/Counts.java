package dev.confluencekit.sync.report;

/**
 * What a run changed in the mirror. An item that was edited, renamed and moved counts in all three. Spaces do not count.
 *
 * @param added items that are new
 * @param updated items with a new version, or with other labels, restrictions or the like
 * @param moved items with another parent or in another space
 * @param renamed items with another title
 * @param removed items that were taken out
 * @param unreachable items that were marked because the site did not show them, for the first time
 */
public record Counts(long added, long updated, long moved, long renamed, long removed, long unreachable) {}
