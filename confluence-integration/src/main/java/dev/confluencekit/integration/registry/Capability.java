package dev.confluencekit.integration.registry;

/** What an integration is for. */
public enum Capability {
    /** Retrieving, managing and synchronising content. */
    CONTENT_MANAGEMENT
}
