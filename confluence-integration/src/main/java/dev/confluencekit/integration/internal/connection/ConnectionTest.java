package dev.confluencekit.integration.internal.connection;

import dev.confluencekit.content.user.User;
import dev.confluencekit.content.user.UserType;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.json.Listing;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tests a connection with three requests, in an order in which each proves what the next one needs: does a Confluence Cloud
 * live there (asked without the key), whose key is it, and may it read spaces. Listing spaces alone proves nothing, since
 * the service lists to nobody too. Nothing is repeated: repeating a refused key can lock its account.
 */
public final class ConnectionTest {
    private static final ApiRequest WHO_AM_I = ApiRequest.get("getCurrentUser", "/wiki/rest/api/user/current")
            .query("expand", "operations")
            .build();

    /** As many as one answer can hold; not a {@code Paged}, which would ask again for less after a 504. */
    private static final ApiRequest SPACES = ApiRequest.get("getSpaces", "/wiki/api/v2/spaces")
            .query("status", "current")
            .query("limit", Batch.LARGEST)
            .build();

    private final ConfluenceConnection connection;
    private final Messages messages;

    /** A test of a connection, which stays the caller's, with the words for its report. */
    public ConnectionTest(ConfluenceConnection connection, Messages messages) {
        this.connection = connection.with(CallOptions.defaults().withoutRetry());
        this.messages = messages;
    }

    /**
     * Makes the test.
     *
     * @param history what is known of the key that the connection uses now
     * @return what was found; only a closed connection and an interrupted thread are thrown
     */
    public ConnectionReport run(KeyHistory history) {
        Findings findings = new Findings(connection.site(), messages);
        Surroundings surroundings = new Surroundings(connection, findings);
        try {
            askWhatLivesThere(findings);
            surroundings.look();
            User user = askWhoIAm(findings);
            surroundings.look();
            judge(user, findings, history, surroundings.serverTime());
            if (findings.isOpen()) {
                askForSpaces(findings);
                surroundings.look();
            }
        } catch (ConfluenceClosedException | ConfluenceInterruptedException e) {
            throw e;
        } catch (ConfluenceException e) {
            surroundings.look();
            Failure.judge(findings, history, surroundings, e);
        }
        surroundings.judge(history.life());
        if (findings.isOpen()) {
            findings.concludeConnected();
        }
        return findings.report(
                history.life(),
                surroundings.clockDifference(),
                connection.time().now());
    }

    private void askWhatLivesThere(Findings findings) {
        String address = connection.site().origin().toString();
        findings.passed(Subject.ADDRESS, "address", Map.of("address", address));
        findings.turnTo(Subject.SITE);
        findings.livesThere(connection.cloudId());
    }

    private User askWhoIAm(Findings findings) {
        findings.turnTo(Subject.KEY);
        return connection.fetch(WHO_AM_I, User.class);
    }

    private void judge(User user, Findings findings, KeyHistory history, Instant serverTime) {
        String accountId = user.accountId();
        if (user.isAccount() && accountId != null) {
            findings.acceptedAs(new Account(accountId, nameOf(user), user.accountType()));
            connection.route().ifPresent(findings::took);
            Administrator.judge(user, findings);
        } else if (UserType.UNKNOWN.equals(user.type())) {
            refuse(findings, new KeyRefusal(MessageCode.ACCOUNT_GONE, Map.of()), "check.key.gone");
        } else {
            refuse(findings, KeyRefusal.of(MessageCode.KEY_IGNORED, history, serverTime), "check.key.ignored");
            findings.failed(Subject.NOT_ANONYMOUS, "not-anonymous." + whom(user), Map.of());
        }
    }

    private static void refuse(Findings findings, KeyRefusal refusal, String seen) {
        findings.conclude(
                Verdict.REFUSED, refusal.code(), refusal.arguments(), Subject.KEY, Result.FAILED, findings.word(seen));
    }

    /** In fixed words: what else the service may have put there does not belong into a report. */
    private static String whom(User user) {
        if (UserType.ANONYMOUS.equals(user.type())) {
            return "nobody";
        }
        boolean known = UserType.KNOWN.equals(user.type()) || UserType.USER.equals(user.type());
        return known ? "without-id" : "other-type";
    }

    /** Privacy settings can blank either name. */
    private static @Nullable String nameOf(User user) {
        return Stream.of(user.displayName(), user.publicName())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(null);
    }

    private void askForSpaces(Findings findings) {
        findings.turnTo(Subject.SPACES);
        Listing<?> spaces = connection.fetch(SPACES, Listing.class);
        Listing.Links links = spaces.links();
        boolean more = links != null && links.next() != null;
        String number = String.valueOf(spaces.results().size());
        if (spaces.results().isEmpty() && !more) {
            findings.warned(Subject.SPACES, "spaces.none", Map.of());
        } else {
            findings.passed(Subject.SPACES, more ? "spaces.more" : "spaces", Map.of("number", number));
        }
    }
}
