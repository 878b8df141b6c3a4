package dev.confluencekit.core.site;

/** The way a request takes to a Confluence Cloud site. */
public enum SiteRoute {
    /** Straight to the site's host: for API tokens without scopes. */
    SITE,
    /** By way of {@code api.atlassian.com}, addressed by cloud id: for API tokens with scopes and service accounts. */
    GATEWAY
}
