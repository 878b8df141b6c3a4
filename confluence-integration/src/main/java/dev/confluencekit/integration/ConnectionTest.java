package dev.confluencekit.integration;

import dev.confluencekit.content.space.Space;
import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.content.user.User;
import dev.confluencekit.content.user.UserType;
import dev.confluencekit.content.user.UsersClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.PermissionDeniedException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.error.UnsupportedSiteException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.ConnectionReport.Outcome;
import dev.confluencekit.integration.ConnectionReport.Result;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three questions of a connection test, in an order in which each proves what the next one needs: does a Confluence
 * Cloud live there (asked without the key), whose key is it, and may it read spaces. Listing spaces alone proves nothing,
 * since the service lists to nobody too.
 */
final class ConnectionTest {
    private static final String SITE = "A Confluence Cloud site answers";
    private static final String KEY = "The key is accepted";
    private static final String SPACES = "Spaces can be read";

    private final ConfluenceConnection connection;
    private final TimeSource time;

    ConnectionTest(ConfluenceConnection connection, TimeSource time) {
        this.connection = connection.with(CallOptions.defaults().withoutRetry());
        this.time = time;
    }

    ConnectionReport run() {
        Findings findings = new Findings(connection.site().host(), SITE, KEY, SPACES);
        try {
            findings.cloudId = connection.cloudId();
            findings.check(Result.PASSED, "cloud id " + findings.cloudId);
            askWhose(findings);
            if (!findings.isConcluded()) {
                askSpaces(findings);
            }
        } catch (ConfluenceClosedException | ConfluenceInterruptedException e) {
            throw e;
        } catch (ConfluenceException e) {
            judge(findings, e);
        }
        return findings.report(connection.route().orElse(null), time.now());
    }

    private void askWhose(Findings findings) {
        User user = UsersClient.over(connection).current();
        if (!user.isAccount()) {
            findings.check(Result.FAILED, "the service answered as to " + describe(user));
            String why = UserType.UNKNOWN.equals(user.type())
                    ? "the key belongs to an account that is no more."
                    : "the key was ignored, and the site answers anybody.";
            findings.conclude(
                    Outcome.KEY_IGNORED,
                    "The key was not accepted: " + why,
                    "Check the username (an email address) and the API token; make a new one at id.atlassian.com if it"
                            + " has expired or was revoked.");
            return;
        }
        findings.accountId = user.accountId();
        findings.accountName = nameOf(user);
        String route = connection
                .route()
                .map(r -> ", by way of the " + (r == SiteRoute.SITE ? "site" : "gateway"))
                .orElse("");
        findings.check(Result.PASSED, "as " + findings.accountName + route);
    }

    /** In fixed words: what else the service may have put there does not belong into a report. */
    private static String describe(User user) {
        if (UserType.ANONYMOUS.equals(user.type())) {
            return "nobody";
        }
        if (UserType.UNKNOWN.equals(user.type())) {
            return "somebody unknown";
        }
        boolean known = UserType.KNOWN.equals(user.type()) || UserType.USER.equals(user.type());
        return known ? "a user without an account id" : "a user of another type than known";
    }

    /** Privacy settings can blank either name. */
    private static @Nullable String nameOf(User user) {
        return Stream.of(user.displayName(), user.publicName(), user.accountId())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(null);
    }

    private void askSpaces(Findings findings) {
        Optional<Space> space = SpacesClient.over(connection)
                .list(SpaceQuery.all().batchSize(1))
                .findFirst();
        findings.check(Result.PASSED, space.isPresent() ? "" : "this account sees none");
        findings.conclude(
                Outcome.CONNECTED,
                "Connected as " + findings.accountName + ".",
                space.isPresent() ? "" : "The account sees no space; give it access to those that are wanted.");
    }

    /** Says what a failure proves; most prove nothing. */
    private static void judge(Findings findings, ConfluenceException e) {
        String step = findings.current();
        String seen = String.valueOf(e.getMessage());
        if (e instanceof UnsupportedSiteException site) {
            findings.check(Result.FAILED, seen);
            boolean dataCenter = site.reason() == UnsupportedSiteException.Reason.DATA_CENTER;
            findings.conclude(
                    dataCenter ? Outcome.NOT_SUPPORTED : Outcome.WRONG_DOMAIN,
                    dataCenter
                            ? "This is a Confluence Data Center, which is not supported yet."
                            : "No Confluence Cloud site lives at this domain.",
                    "Type the domain as acme.atlassian.net.");
        } else if (e instanceof CredentialException) {
            findings.check(Result.FAILED, seen);
            findings.conclude(Outcome.NO_CREDENTIAL, "There is no usable credential.", seen);
        } else if (e instanceof MissingScopeException) {
            findings.check(Result.FAILED, "the key is good, but a scope is missing");
            boolean spaces = step.equals(SPACES);
            findings.conclude(
                    Outcome.SCOPE_MISSING,
                    "The key is good but lacks a scope.",
                    "Create an API token with the scope "
                            + (spaces
                                    ? "read:space:confluence."
                                    : "read:confluence-user (or read:content-details:confluence)."));
        } else if (e instanceof AuthenticationException) {
            findings.check(Result.FAILED, seen);
            findings.conclude(
                    Outcome.KEY_REFUSED,
                    "The key was refused: it is wrong, expired or revoked.",
                    "Check the username (an email address) and the API token; make a new one at id.atlassian.com if it"
                            + " has expired or was revoked.");
        } else {
            findings.check(Result.UNDECIDED, seen);
            findings.retryAt =
                    e instanceof ConfluenceApiException api ? api.retryAt().orElse(null) : null;
            findings.conclude(
                    Outcome.COULD_NOT_TELL, "It could not be told whether the key is good: " + why(e), whatNow(e));
        }
    }

    private static String why(ConfluenceException e) {
        if (e instanceof ConfluenceTransportException transport) {
            return transport.kind().mayHaveReachedServer()
                    ? "no usable answer came."
                    : "the site could not be reached.";
        }
        if (e instanceof RateLimitedException) {
            return "the site asks to wait.";
        }
        return e instanceof ConfluenceApiException api
                ? "the answer was " + api.status() + "."
                : "something else than Confluence answered.";
    }

    private static String whatNow(ConfluenceException e) {
        if (e instanceof ConfluenceTransportException transport) {
            return transport.kind().advice();
        }
        return e instanceof PermissionDeniedException
                ? "The account may lack a Confluence licence, the key may be an organisation API key, or the fault is a"
                        + " passing one: test again, then check these."
                : "Test again later.";
    }
}
