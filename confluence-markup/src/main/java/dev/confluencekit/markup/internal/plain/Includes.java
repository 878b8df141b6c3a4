package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Fetches what pages include of others: not in circles, not too deep, not too much. */
final class Includes {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_COUNT = 100;
    private static final int MAX_PLACES_DEEP = 40;
    private static final int MAX_NODES_DEEP = 60;

    private final Resolvers resolvers;
    private final References references;
    private final Trail trail;
    private final Deque<Target> open = new ArrayDeque<>();
    private int count;

    Includes(Resolvers resolvers, References references, Trail trail) {
        this.resolvers = resolvers;
        this.references = references;
        this.trail = trail;
    }

    /** A page by title, or by {@code SPACE:title}. */
    static Target page(String named) {
        int colon = named.indexOf(':');
        return colon > 0 && named.substring(0, colon).matches("~?[A-Za-z0-9_.-]+")
                ? new PageTarget(named.substring(colon + 1), named.substring(0, colon))
                : new PageTarget(named, null);
    }

    Optional<Document> content(Target page, Macro macro) {
        if (resolvers.includes().isEmpty()) {
            return Optional.empty();
        }
        String name = References.nameOf(page, null);
        if (open.contains(page) || open.size() >= MAX_DEPTH || trail.depth() > MAX_PLACES_DEEP || count >= MAX_COUNT) {
            trail.found(
                    FindingKind.LIMITED,
                    name,
                    "The page " + name
                            + " is included in a circle, too deep or too often; a link was put in its place.");
            return Optional.empty();
        }
        count++;
        Optional<Document> content = resolvers
                .includes()
                .get()
                .content(
                        page,
                        macro.isNamed("excerpt-include"),
                        macro.text("name").orElse(null));
        if (content.isPresent() && depth(content.get()) > MAX_NODES_DEEP) {
            trail.found(
                    FindingKind.LIMITED,
                    name,
                    "The page " + name + " is nested too deep; a link was put in its place.");
            return Optional.empty();
        }
        return content;
    }

    static int depth(Document document) {
        int[] deepest = {0};
        document.walk((node, depth) -> {
            deepest[0] = Math.max(deepest[0], depth);
            return true;
        });
        return deepest[0];
    }

    List<Block> inside(Target page, Supplier<List<Block>> work) {
        open.push(page);
        List<Block> done = references.inside(page, work);
        open.pop();
        return done;
    }
}
