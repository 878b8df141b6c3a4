package dev.confluencekit.core.internal.pipeline;

import java.time.Duration;

/** The limits of a runtime's calls. */
public record PipelineSettings(
        Duration attemptTimeout, Duration callTimeout, long maxResponseBytes, String userAgent) {}
