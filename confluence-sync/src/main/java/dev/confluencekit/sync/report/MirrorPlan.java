package dev.confluencekit.sync.report;

/**
 * What the next run would be, and about what it would cost. Nothing was changed.
 *
 * @param kind what it would set out to do
 * @param items how many items the mirror has, or for a first run about how many there are to bring
 * @param requests about how many requests it takes if nothing fails: of an incremental run, if nothing has changed
 */
public record MirrorPlan(RunKind kind, long items, long requests) {}
