package dev.confluencekit.integration.internal.connection;

import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.error.Denial;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.PermissionDeniedException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.error.UnsupportedSiteException;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import java.util.Map;

/** Says what a failure proves. Most prove nothing, and a wrong key is never among what nothing proves. */
final class Failure {
    private final Findings findings;
    private final KeyHistory history;
    private final Surroundings surroundings;
    private final Subject step;
    private final String seen;

    private Failure(Findings findings, KeyHistory history, Surroundings surroundings, ConfluenceException thrown) {
        this.findings = findings;
        this.history = history;
        this.surroundings = surroundings;
        this.step = findings.current();
        this.seen = String.valueOf(thrown.getMessage());
    }

    static void judge(Findings findings, KeyHistory history, Surroundings surroundings, ConfluenceException thrown) {
        new Failure(findings, history, surroundings, thrown).judge(thrown);
    }

    private void judge(ConfluenceException thrown) {
        if (thrown instanceof UnsupportedSiteException site) {
            boolean dataCenter = site.reason() == UnsupportedSiteException.Reason.DATA_CENTER;
            findings.conclude(
                    Verdict.NOT_CONFLUENCE,
                    dataCenter ? MessageCode.DATA_CENTER : MessageCode.NOT_CONFLUENCE,
                    Map.of(),
                    Subject.SITE,
                    Result.FAILED,
                    seen);
        } else if (thrown instanceof CredentialException) {
            undecided(MessageCode.NO_CREDENTIAL, Map.of("reason", seen));
        } else if (thrown instanceof ConfluenceApiException api) {
            findings.comeBackAt(api.retryAt().orElse(null));
            ofAnswer(api);
        } else if (thrown instanceof ConfluenceTransportException transport) {
            ofTransport(transport);
        } else if (thrown instanceof ConfluenceProtocolException protocol) {
            boolean redirected = protocol.status() >= 300 && protocol.status() < 400;
            undecided(redirected ? MessageCode.REDIRECTED : MessageCode.UNEXPECTED_ANSWER, Map.of());
        } else {
            undecided(MessageCode.COULD_NOT_TELL, Map.of("reason", seen));
        }
    }

    private void ofAnswer(ConfluenceApiException api) {
        if (api instanceof RateLimitedException) {
            undecided(MessageCode.RATE_LIMITED, Map.of());
        } else if (api instanceof MissingScopeException) {
            refused(MessageCode.SCOPE_MISSING, Map.of("scope", findings.scopeFor(step)));
            findings.took(SiteRoute.GATEWAY);
        } else if (api.denial().filter(Denial.CAPTCHA::equals).isPresent()) {
            refused(MessageCode.CAPTCHA, Map.of());
        } else if (api.denial().filter(Denial.PASSWORD::equals).isPresent()) {
            refused(MessageCode.PASSWORD_NOT_ACCEPTED, Map.of());
        } else if (api.denial().filter(Denial.NOT_A_USER::equals).isPresent()) {
            refused(MessageCode.NOT_PERMITTED, Map.of());
        } else if (api instanceof AuthenticationException) {
            // A key that was accepted a moment ago says nothing by what is known of it from before.
            KeyRefusal refusal = KeyRefusal.of(
                    MessageCode.KEY_REFUSED,
                    step == Subject.KEY ? history : KeyHistory.none(),
                    surroundings.serverTime());
            refused(refusal.code(), refusal.arguments());
        } else if (api.isPassing() || api.status() >= 500) {
            undecided(MessageCode.SERVICE_FAILED, Map.of("status", String.valueOf(api.status())));
        } else if (step == Subject.SPACES) {
            undecided(MessageCode.SPACES_NOT_READ, Map.of("status", String.valueOf(api.status())));
        } else if (api instanceof PermissionDeniedException) {
            undecided(MessageCode.FORBIDDEN, Map.of());
        } else {
            undecided(MessageCode.COULD_NOT_TELL, Map.of("reason", "status " + api.status()));
        }
    }

    private void ofTransport(ConfluenceTransportException transport) {
        FaultKind kind = transport.kind();
        switch (kind) {
            case UNKNOWN_HOST, CONNECTION_REFUSED, CONNECT_TIMEOUT, TLS, HANDSHAKE_LOST, PROXY_REFUSED ->
                notReached(kind, transport.call().attempts() > 1);
            case TIMEOUT -> undecided(MessageCode.TIMED_OUT, Map.of());
            case CONNECTION_LOST, INCOMPLETE_BODY -> undecided(MessageCode.CONNECTION_LOST, Map.of());
            case NOT_SENT_IN_TIME, TOO_MANY_WAITING -> undecided(MessageCode.TOO_BUSY, Map.of());
            case PROTOCOL, TOO_LARGE -> undecided(MessageCode.UNEXPECTED_ANSWER, Map.of());
        }
    }

    /** Nothing could be reached; after an answer of the site's in the same call it is the gateway that could not. */
    private void notReached(FaultKind kind, boolean siteAnswered) {
        if (siteAnswered) {
            undecided(MessageCode.GATEWAY_UNREACHABLE, Map.of());
            return;
        }
        MessageCode code = switch (kind) {
            case UNKNOWN_HOST -> MessageCode.UNKNOWN_HOST;
            case CONNECT_TIMEOUT -> MessageCode.CONNECT_TIMEOUT;
            case TLS -> MessageCode.TLS_FAILED;
            case HANDSHAKE_LOST -> MessageCode.HANDSHAKE_LOST;
            case PROXY_REFUSED -> MessageCode.PROXY_REFUSED;
            default -> MessageCode.CONNECTION_REFUSED;
        };
        if (step != Subject.SITE && !surroundings.hasAnswered()) {
            findings.unknown(Subject.SITE, "site.not-asked");
        }
        findings.conclude(Verdict.UNREACHABLE, code, Map.of(), Subject.NETWORK, Result.FAILED, seen);
    }

    private void refused(MessageCode code, Map<String, String> arguments) {
        findings.conclude(Verdict.REFUSED, code, arguments, step, Result.FAILED, seen);
    }

    private void undecided(MessageCode code, Map<String, String> arguments) {
        findings.conclude(Verdict.COULD_NOT_TELL, code, arguments, step, Result.NOT_REACHED, seen);
    }
}
