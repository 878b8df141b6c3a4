package dev.confluencekit.markup.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a conversion could not carry over as it is. What is not in a report has been carried over.
 *
 * @param findings in the order of the document
 * @param omitted how many more there were than a report holds
 */
public record Report(List<Finding> findings, long omitted) {
    /** How many findings a report holds at most. */
    public static final int MAX_FINDINGS = 1_000;

    private static final Report EMPTY = new Report(List.of(), 0);

    /** Copies its list. */
    public Report {
        findings = List.copyOf(findings);
    }

    /** A report without findings. */
    public static Report empty() {
        return EMPTY;
    }

    /** Whether all was carried over. */
    public boolean isEmpty() {
        return findings.isEmpty() && omitted == 0;
    }

    /** The findings of one kind. */
    public List<Finding> of(FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** The findings of this report and then of the next step's. */
    public Report and(Report next) {
        if (next.isEmpty()) {
            return this;
        }
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(next.findings);
        int kept = Math.min(all.size(), MAX_FINDINGS);
        return new Report(all.subList(0, kept), omitted + next.omitted + all.size() - kept);
    }
}
