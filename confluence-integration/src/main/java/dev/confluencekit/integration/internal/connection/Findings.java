package dev.confluencekit.integration.internal.connection;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.Check;
import dev.confluencekit.integration.connection.Check.Result;
import dev.confluencekit.integration.connection.Check.Subject;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.message.Message;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a connection test has found out so far. For one thread. */
final class Findings {
    private final ConfluenceSite site;
    private final Messages messages;
    private final Map<Subject, Check> checks = new EnumMap<>(Subject.class);
    private Subject current = Subject.ADDRESS;
    private @Nullable Verdict verdict;
    private @Nullable Message message;
    private @Nullable Account account;
    private @Nullable SiteRoute route;
    private @Nullable String cloudId;
    private @Nullable Instant retryAt;

    Findings(ConfluenceSite site, Messages messages) {
        this.site = site;
        this.messages = messages;
    }

    /** Says what is looked at from now on, which a failure would be about. */
    void turnTo(Subject subject) {
        current = subject;
    }

    Subject current() {
        return current;
    }

    boolean isOpen() {
        return verdict == null;
    }

    boolean has(Subject subject) {
        return checks.containsKey(subject);
    }

    void livesThere(String id) {
        cloudId = id;
        passed(Subject.SITE, "site", Map.of("cloudId", id));
    }

    void acceptedAs(Account found) {
        account = found;
        String type = found.type() == null || found.type().isEmpty() ? "" : ", " + found.type();
        passed(Subject.KEY, "key", Map.of("account", name(found), "id", found.accountId(), "type", type));
        passed(Subject.NOT_ANONYMOUS, "not-anonymous", Map.of());
    }

    private static String name(Account account) {
        return Objects.requireNonNullElse(account.name(), account.accountId());
    }

    void took(SiteRoute way) {
        route = way;
        passed(Subject.ROUTE, way == SiteRoute.SITE ? "route.site" : "route.gateway", Map.of());
    }

    /** Whether the service took the key for good, if only to say that it lacks a scope. */
    boolean isKeyAccepted() {
        return account != null || message != null && message.code() == MessageCode.SCOPE_MISSING;
    }

    boolean isKeyExpired() {
        return message != null && message.code() == MessageCode.KEY_EXPIRED;
    }

    void comeBackAt(@Nullable Instant instant) {
        retryAt = instant;
    }

    /** The scope that a question needs, in the service's words. */
    String scopeFor(Subject step) {
        return word(step == Subject.SPACES ? "scope.spaces" : "scope.account");
    }

    String word(String key) {
        return messages.word(key);
    }

    // Checks, in words of the bundle: what is seen under check.<words>.seen, what to do under check.<words>.todo.

    void passed(Subject subject, String words, Map<String, String> arguments) {
        put(subject, Result.PASSED, seen(words, arguments), "");
    }

    /** It holds, but there is something that one may like to do. */
    void noted(Subject subject, String words, Map<String, String> arguments) {
        put(subject, Result.PASSED, seen(words, arguments), todo(words, arguments));
    }

    void warned(Subject subject, String words, Map<String, String> arguments) {
        put(subject, Result.WARNING, seen(words, arguments), todo(words, arguments));
    }

    void failed(Subject subject, String words, Map<String, String> arguments) {
        put(subject, Result.FAILED, seen(words, arguments), todo(words, arguments));
    }

    void unknown(Subject subject, String words) {
        put(subject, Result.NOT_REACHED, seen(words, Map.of()), "");
    }

    private String seen(String words, Map<String, String> arguments) {
        return messages.word("check." + words + ".seen", withSite(arguments));
    }

    private String todo(String words, Map<String, String> arguments) {
        return messages.word("check." + words + ".todo", withSite(arguments));
    }

    private void put(Subject subject, Result result, String seen, String todo) {
        checks.put(subject, new Check(subject, title(subject), result, seen, todo));
    }

    private String title(Subject subject) {
        return messages.word("check." + subject.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".title");
    }

    // Verdicts.

    /** The test ends here, at one check that decides it. */
    void conclude(
            Verdict reached,
            MessageCode code,
            Map<String, String> arguments,
            Subject decisive,
            Result result,
            String seen) {
        Message said = messages.say(code, withSite(arguments));
        verdict = reached;
        message = said;
        put(decisive, result, seen, said.hint());
    }

    void concludeConnected() {
        String who = account == null ? "" : name(account);
        List<Check> warnings = checks.values().stream()
                .filter(check -> check.result() == Result.WARNING)
                .toList();
        verdict = warnings.isEmpty() ? Verdict.CONNECTED : Verdict.CONNECTED_WITH_WARNINGS;
        message = messages.say(
                warnings.isEmpty() ? MessageCode.CONNECTED : MessageCode.CONNECTED_WITH_WARNINGS,
                withSite(Map.of(
                        "account",
                        who,
                        "warnings",
                        warnings.stream()
                                .map(check -> sentence(check.seen()) + " " + check.todo())
                                .collect(Collectors.joining(" ")))));
    }

    private static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private Map<String, String> withSite(Map<String, String> arguments) {
        Map<String, String> all = new HashMap<>(arguments);
        all.put("site", site.host());
        return all;
    }

    ConnectionReport report(KeyLife life, @Nullable Duration clockDifference, Instant now) {
        List<Check> all = Stream.of(Subject.values())
                .map(subject ->
                        checks.getOrDefault(subject, new Check(subject, title(subject), Result.NOT_REACHED, "", "")))
                .toList();
        return new ConnectionReport(
                site.host(),
                Objects.requireNonNull(verdict),
                Objects.requireNonNull(message),
                all,
                account,
                route,
                cloudId,
                life,
                retryAt,
                clockDifference,
                now);
    }
}
