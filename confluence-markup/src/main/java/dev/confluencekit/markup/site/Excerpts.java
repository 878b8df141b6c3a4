package dev.confluencekit.markup.site;

import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.RichBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a page that it gives to others. */
final class Excerpts {
    private Excerpts() {}

    /** The excerpt of that name, or the first of all; hidden or not, since hiding is for the page itself. */
    static Optional<Document> in(Document page, @Nullable String name) {
        return page.nodes()
                .filter(Macro.class::isInstance)
                .map(Macro.class::cast)
                .filter(macro -> macro.isNamed("excerpt"))
                .filter(macro ->
                        name == null || macro.text("name").filter(name::equals).isPresent())
                .findFirst()
                .map(Excerpts::body);
    }

    private static Document body(Macro excerpt) {
        List<Block> blocks = new ArrayList<>();
        for (MacroBody body : excerpt.bodies()) {
            if (body instanceof RichBody rich) {
                blocks.addAll(rich.content());
            }
        }
        return new Document(blocks);
    }
}
