package dev.confluencekit.markup.internal.trail;

import dev.confluencekit.markup.report.Finding;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.report.Place;
import dev.confluencekit.markup.report.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where in a document a conversion is, and what it found. For one conversion, and one thread. */
public final class Trail {
    private static final int MAX_HEADING = 80;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final String[] headings = new String[6];
    private final Set<Finding> findings = new LinkedHashSet<>();
    private long omitted;

    private record Step(String name, int number) {}

    /** Goes into something of which there is one. */
    public void enter(String name) {
        enter(name, 0);
    }

    /** Goes into something of which there are several, counted from 1. */
    public void enter(String name, int number) {
        steps.addLast(new Step(name, number));
    }

    /** Comes out of what was entered last. */
    public void leave() {
        steps.removeLast();
    }

    /** How many things it is in. */
    public int depth() {
        return steps.size();
    }

    /** A heading begins what is behind it. */
    public void heading(int level, String text) {
        headings[level - 1] = text.length() > MAX_HEADING ? text.substring(0, MAX_HEADING) : text;
        for (int i = level; i < headings.length; i++) {
            headings[i] = "";
        }
    }

    /** Keeps a finding. The same at the same place is kept once. */
    public void found(FindingKind kind, String subject, String message) {
        if (findings.size() >= Report.MAX_FINDINGS) {
            omitted++;
            return;
        }
        findings.add(new Finding(kind, subject, message, place()));
    }

    private Place place() {
        List<String> above = new ArrayList<>();
        for (String heading : headings) {
            if (heading != null && !heading.isEmpty()) {
                above.add(heading);
            }
        }
        StringBuilder path = new StringBuilder();
        for (Step step : steps) {
            path.append(path.isEmpty() ? "" : " > ").append(step.name());
            if (step.number() > 0) {
                path.append(' ').append(step.number());
            }
        }
        return new Place(above, path.toString());
    }

    /** What was found so far. */
    public Report report() {
        return new Report(List.copyOf(findings), omitted);
    }
}
