package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.site.ConfluenceSite;

/** Whom a call is for: the site, the route to it, the credential, and whether it is still wanted. */
public record CallTarget(ConfluenceSite site, SiteResolver resolver, Authenticator authenticator, Lifeline lifeline) {}
