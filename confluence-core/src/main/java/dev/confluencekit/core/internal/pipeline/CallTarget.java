package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.site.ConfluenceSite;

/**
 * Whom a call is for: the site, the route to it, the credential, what its answers have told, and whether it is still
 * wanted.
 */
public record CallTarget(
        ConfluenceSite site, SiteResolver resolver, Authenticator authenticator, AnswerSigns signs, Lifeline lifeline) {
    /** The same with a life of its own, which ends with this one at the latest. */
    public CallTarget share() {
        return new CallTarget(
                site,
                resolver,
                authenticator,
                signs,
                lifeline.child("this handle on the connection to " + site.host()));
    }
}
