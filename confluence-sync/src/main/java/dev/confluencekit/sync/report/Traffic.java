package dev.confluencekit.sync.report;

import java.time.Duration;

/**
 * What a run cost.
 *
 * @param requests how many requests were sent, repeats included
 * @param bytes how many bytes of answers were read
 * @param waited how long its calls waited, all together: before repeats, and because the site asked for it
 */
public record Traffic(long requests, long bytes, Duration waited) {}
