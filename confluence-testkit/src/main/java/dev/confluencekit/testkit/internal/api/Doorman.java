package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.Caller;
import dev.confluencekit.testkit.internal.access.Key;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who comes in. At the site host a scoped key is never good, and a wrong one may pass as
 * nobody; at the gateway credentials are checked before the site sees the call, so nobody is never
 * anonymous there.
 */
final class Doorman {

    private final Errors errors;
    private final URI siteBase;
    private volatile boolean anonymousAccess;

    Doorman(Errors errors, URI siteBase) {
        this.errors = errors;
        this.siteBase = siteBase;
    }

    void setAnonymousAccess(boolean allowed) {
        anonymousAccess = allowed;
    }

    /** Gives the account, or null for an anonymous caller who may come in; others end with an error. */
    @Nullable
    Account admit(Caller caller, boolean gateway, Family family, Set<String> anyScopeOf) {
        if (caller.credentials() != Caller.Credentials.GOOD) {
            if (gateway) {
                throw new ApiProblem(errors.gateway(401, "Unauthorized"));
            }
            return admitAnonymous(caller.credentials(), family);
        }
        Key key = Objects.requireNonNull(caller.key());
        Account account = Objects.requireNonNull(caller.account());
        if (!gateway && key.scopes().isPresent()) {
            throw new ApiProblem(errors.unauthorized(family, siteBase));
        }
        if (gateway && !inScope(key, anyScopeOf)) {
            throw new ApiProblem(errors.scopeDoesNotMatch());
        }
        if (!account.licensed()) {
            throw new ApiProblem(errors.notPermittedToUse(family));
        }
        return account;
    }

    private @Nullable Account admitAnonymous(Caller.Credentials credentials, Family family) {
        if (anonymousAccess) {
            return null;
        }
        if (credentials == Caller.Credentials.ABSENT && family == Family.V1) {
            throw new ApiProblem(errors.notPermittedToUse(family));
        }
        throw new ApiProblem(errors.unauthorized(family, siteBase));
    }

    private static boolean inScope(Key key, Set<String> anyOf) {
        return key.scopes().isEmpty()
                || anyOf.isEmpty()
                || anyOf.stream().anyMatch(key.scopes().get()::contains);
    }
}
