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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where in a document a conversion is, and what it found. For one conversion, and one thread. */
public final class Trail {
    private static final int MAX_HEADING = 80;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final @Nullable Words[] headings = new Words[6];
    private final Set<Finding> findings = new LinkedHashSet<>();
    private long omitted;

    private record Step(String name, int number) {}

    /** What a heading says, which is put together when something is found below it and not before. */
    private static final class Words {
        private final Supplier<String> source;
        private @Nullable String text;

        private Words(Supplier<String> source) {
            this.source = source;
        }

        private String text() {
            String known = text;
            if (known == null) {
                known = source.get();
                known = known.length() > MAX_HEADING ? known.substring(0, MAX_HEADING) : known;
                text = known;
            }
            return known;
        }
    }

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
        heading(level, () -> text);
    }

    /** The same with words that are only asked for if something is found. */
    public void heading(int level, Supplier<String> text) {
        headings[level - 1] = new Words(text);
        for (int i = level; i < headings.length; i++) {
            headings[i] = null;
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
        for (Words heading : headings) {
            if (heading != null && !heading.text().isEmpty()) {
                above.add(heading.text());
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
