package dev.confluencekit.specification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What remains when the known differences are taken off.
 *
 * @param unknown differences that no entry covers
 * @param dead entries that cover nothing
 */
record Verdict(List<Finding> unknown, List<KnownDifference> dead) {

    static Verdict on(Collection<Exchange> exchanges, Specification specification, List<KnownDifference> known) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        RequestJudge requests = new RequestJudge(specification);
        AnswerJudge answers = new AnswerJudge(specification);
        for (Exchange exchange : exchanges) {
            if (exchange.requestIsOurs()) {
                requests.judge(exchange, finding -> findings.putIfAbsent(finding.identity(), finding));
            }
            if (exchange.answerIsOurs()) {
                answers.judge(exchange, finding -> findings.putIfAbsent(finding.identity(), finding));
            }
        }
        List<KnownDifference> dead = new ArrayList<>(known);
        dead.removeIf(entry -> findings.values().stream().anyMatch(entry::covers));
        List<Finding> unknown = findings.values().stream()
                .filter(finding -> known.stream().noneMatch(entry -> entry.covers(finding)))
                .toList();
        return new Verdict(unknown, dead);
    }

    boolean isClean() {
        return unknown.isEmpty() && dead.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!unknown.isEmpty()) {
            text.append("Differences from the specification that known-differences.json does not list:\n");
            unknown.forEach(finding -> text.append("  ").append(finding).append('\n'));
        }
        if (!dead.isEmpty()) {
            text.append("Entries of known-differences.json that cover nothing any more:\n");
            dead.forEach(entry -> text.append("  ").append(entry).append('\n'));
        }
        return text.toString();
    }
}
