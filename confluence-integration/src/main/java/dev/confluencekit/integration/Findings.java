package dev.confluencekit.integration;

import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.integration.ConnectionReport.Check;
import dev.confluencekit.integration.ConnectionReport.Outcome;
import dev.confluencekit.integration.ConnectionReport.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a connection test has found out so far. For one thread. */
final class Findings {
    private final String site;
    private final List<Check> checks = new ArrayList<>();
    private final List<String> plan;
    private @Nullable Outcome outcome;
    private String summary = "";
    private String advice = "";

    @Nullable
    String cloudId;

    @Nullable
    String accountId;

    @Nullable
    String accountName;

    @Nullable
    Instant retryAt;

    Findings(String site, String... plan) {
        this.site = site;
        this.plan = List.of(plan);
    }

    /** The check that is under way: the first of the plan without a result. */
    String current() {
        return plan.get(Math.min(checks.size(), plan.size() - 1));
    }

    void check(Result result, String detail) {
        checks.add(new Check(current(), result, detail));
    }

    void conclude(Outcome reached, String inWords, String whatToDo) {
        this.outcome = reached;
        this.summary = inWords;
        this.advice = whatToDo;
    }

    boolean isConcluded() {
        return outcome != null;
    }

    ConnectionReport report(@Nullable SiteRoute route, Instant now) {
        for (int i = checks.size(); i < plan.size(); i++) {
            checks.add(new Check(plan.get(i), Result.SKIPPED, ""));
        }
        return new ConnectionReport(
                site,
                Objects.requireNonNull(outcome),
                summary,
                advice,
                checks,
                accountId,
                accountName,
                route,
                cloudId,
                retryAt,
                now);
    }
}
