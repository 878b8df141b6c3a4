package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.Denial;
import dev.confluencekit.core.error.UnsupportedSiteException;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.core.transport.TransportResponse;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt of a call, from the choice of route and key to the result. A refused key is not simply sent again: the
 * store is asked once whether it has another one by now, and a key whose route is not known yet goes once by the gateway.
 */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Exchange exchange;
    private final Classifier classifier;
    private final AnswerReader reader;
    private final SiteQuestions questions;

    Attempts(Exchange exchange, Classifier classifier, AnswerReader reader, SiteQuestions questions) {
        this.exchange = exchange;
        this.classifier = classifier;
        this.reader = reader;
        this.questions = questions;
    }

    SiteQuestions questions() {
        return questions;
    }

    <T> T make(CallRun run, Expectation<T> expected) throws AttemptFailure, InterruptedException {
        return run.request().isAnonymous() ? anonymously(run, expected) : withCredential(run, expected);
    }

    private <T> T anonymously(CallRun run, Expectation<T> expected) throws AttemptFailure, InterruptedException {
        String base = run.target().site().origin().toString();
        TransportResponse answer = exchange.send(run, base, null);
        return result(run, answer, expected, UnaryOperator.identity());
    }

    private <T> T withCredential(CallRun run, Expectation<T> expected) throws AttemptFailure, InterruptedException {
        SiteResolver resolver = run.target().resolver();
        if (!run.target().site().isCloudByName()) {
            // The key goes nowhere before it is known that a Confluence Cloud lives there.
            questions.cloudId(run.target(), CallOptions.defaults(), run.deadline());
        }
        TransportResponse atSite = null;
        while (true) {
            Authorization key = run.target().authenticator().authorize();
            SiteRoute forced = run.forcedRoute();
            SiteRoute route = forced != null ? forced : resolver.routeFor(key);
            if (route == SiteRoute.GATEWAY) {
                questions.cloudId(run.target(), CallOptions.defaults(), run.deadline());
            }
            TransportResponse answer = exchange.send(run, resolver.base(route), key);
            UnaryOperator<String> redact = Exchange.redactor(key);
            boolean locked = classifier.denial(answer) == Denial.CAPTCHA;
            if (Classifier.isRefusalOfAccess(answer) && !locked && mayAskGateway(run, resolver, key, route)) {
                return secondOpinion(run, expected, key, answer);
            }
            if (answer.status() != 401) {
                if (classifier.isAnsweredByConfluence(answer)) {
                    resolver.settle(route, key);
                }
                T result = result(run, answer, expected, redact);
                resolver.settle(route, key);
                return result;
            }
            if (classifier.isMissingScope(answer)) {
                resolver.settle(route, key);
            } else if (isReplaced(run, key)) {
                continue;
            } else if (!locked && mayTryGateway(run, resolver, key, route)) {
                atSite = answer;
                run.forceRoute(SiteRoute.GATEWAY);
                continue;
            } else {
                tellRefused(run, key);
                if (atSite != null && classifier.denial(answer) == null && classifier.denial(atSite) != null) {
                    // Of two refusals the one that says why.
                    answer = atSite;
                }
            }
            classifier.requireSuccess(run.request(), answer, expected, redact);
        }
    }

    /**
     * Asks the gateway after a 403 of the site, which says too little of a key whose route is not known: it may have arrived
     * as nobody's. Unless the gateway takes the key, or says something of it itself, the site's answer stands.
     */
    private <T> T secondOpinion(CallRun run, Expectation<T> expected, Authorization key, TransportResponse atSite)
            throws AttemptFailure, InterruptedException {
        SiteResolver resolver = run.target().resolver();
        TransportResponse answer;
        try {
            answer = exchange.send(run, resolver.base(SiteRoute.GATEWAY), key);
        } catch (AttemptFailure unheard) {
            answer = atSite;
        }
        boolean met = answer.status() < 300 || expected.isMet(run.request(), answer.status());
        boolean taken = met || classifier.isMissingScope(answer) || classifier.isAnsweredByConfluence(answer);
        UnaryOperator<String> redact = Exchange.redactor(key);
        if (!taken) {
            return result(run, Classifier.isRefusalOfAccess(answer) ? answer : atSite, expected, redact);
        }
        run.forceRoute(SiteRoute.GATEWAY);
        if (!met) {
            resolver.settle(SiteRoute.GATEWAY, key);
        }
        T result = result(run, answer, expected, redact);
        resolver.settle(SiteRoute.GATEWAY, key);
        return result;
    }

    /** Lets the host's code break nothing; its exception might quote the credential, so only its type is logged. */
    private static void tellRefused(CallRun run, Authorization key) {
        try {
            run.target().authenticator().refused(key);
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                // The whole JVM's trouble and not the host's code's.
                throw e;
            }
            LOG.warn(
                    "The authenticator {} threw {} when it was told of a refused credential",
                    run.target().authenticator().getClass().getName(),
                    e.getClass().getName());
        }
    }

    private boolean isReplaced(CallRun run, Authorization refused) {
        if (run.target().authenticator().authorize().equals(refused) || !run.mayRereadCredential()) {
            return false;
        }
        run.forceRoute(null);
        return true;
    }

    private boolean mayTryGateway(CallRun run, SiteResolver resolver, Authorization key, SiteRoute route) {
        return route == SiteRoute.SITE && !resolver.isSettledFor(key) && run.mayTryGateway() && hasGateway(run);
    }

    /** As {@link #mayTryGateway}; a site that does not tell its cloud id just now is no reason to lose its answer. */
    private boolean mayAskGateway(CallRun run, SiteResolver resolver, Authorization key, SiteRoute route) {
        try {
            return mayTryGateway(run, resolver, key, route);
        } catch (ConfluenceApiException | ConfluenceProtocolException | ConfluenceTransportException e) {
            return false;
        }
    }

    /** Where nothing tells a cloud id there is no other way, and the refusal at the site is the answer. */
    private boolean hasGateway(CallRun run) {
        try {
            questions.cloudId(run.target(), CallOptions.defaults(), run.deadline());
            return true;
        } catch (UnsupportedSiteException e) {
            return false;
        }
    }

    private <T> T result(CallRun run, TransportResponse answer, Expectation<T> expected, UnaryOperator<String> redact)
            throws AttemptFailure {
        classifier.requireSuccess(run.request(), answer, expected, redact);
        return expected.read(reader, run.request(), answer, redact);
    }
}
