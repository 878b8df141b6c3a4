package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.error.MalformedAdfException;
import dev.confluencekit.markup.internal.macro.Apps;
import dev.confluencekit.markup.internal.macro.KnownMacros;
import dev.confluencekit.markup.internal.nested.NestedStorage;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.RichBody;
import dev.confluencekit.markup.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads extensions: macros, apps, and what the new editor could not take over from the old one. */
final class ExtensionReader {
    private static final String MACRO = "com.atlassian.confluence.macro.core";
    private static final String MIGRATION = "com.atlassian.confluence.migration";

    /** Where the body of a macro is that is text. */
    private static final String PLAIN_BODY = "__bodyContent";

    /** A page as the old editor wrote it in a parameter: its space, if it is another one, and its title. */
    private static final Pattern PAGE = Pattern.compile("(?:(~?[A-Za-z0-9._-]{1,255}):(?! ))?(.+)", Pattern.DOTALL);

    private final NodeReader nodes;
    private final Trail trail;

    ExtensionReader(NodeReader nodes, Trail trail) {
        this.nodes = nodes;
        this.trail = trail;
    }

    List<Block> block(JsonNode node) {
        return isMigrated(node) ? migrated(node) : List.of(KnownMacros.block(macro(node)));
    }

    List<Inline> inline(JsonNode node) {
        return isMigrated(node) ? inLine(migrated(node)) : List.of(KnownMacros.inline(macro(node)));
    }

    private static List<Inline> inLine(List<Block> blocks) {
        if (blocks.size() == 1 && blocks.get(0) instanceof Plain plain) {
            return plain.content();
        }
        if (blocks.size() == 1 && blocks.get(0) instanceof Paragraph paragraph) {
            return paragraph.content();
        }
        return blocks.stream().<Inline>map(Embedded::new).toList();
    }

    private static boolean isMigrated(JsonNode node) {
        return Json.text(node, "extensionType", "").equals(MIGRATION);
    }

    private Macro macro(JsonNode node) {
        String key = Json.text(node, "extensionKey", "");
        String type = Json.text(node, "extensionType", "");
        JsonNode given = Json.attribute(node, "parameters");
        boolean macro = type.equals(MACRO);
        JsonNode parameters = macro ? given.path("macroParams") : given.path("guestParams");
        List<MacroParameter> read = new ArrayList<>();
        List<MacroBody> bodies = new ArrayList<>();
        parameters.properties().forEach(parameter -> {
            JsonNode value = parameter.getValue();
            JsonNode said = value.isObject() && macro ? value.path("value") : value;
            String text = said.isValueNode() ? said.asText() : said.isMissingNode() ? "" : said.toString();
            if (parameter.getKey().equals(PLAIN_BODY)) {
                bodies.add(new PlainBody(text));
            } else {
                read.add(parameter(key, parameter.getKey(), text));
            }
        });
        trail.enter("macro " + key);
        bodies.addAll(bodies(node));
        trail.leave();
        if (macro) {
            return new Macro(key, read, bodies, Attributes.NONE);
        }
        Attributes attributes = Attributes.of(Apps.TYPE, type);
        String text = Json.text(node, "text");
        return new Macro(key, read, bodies, text == null ? attributes : attributes.with(Apps.TEXT, text));
    }

    private static MacroParameter parameter(String macro, String name, String text) {
        String lower = macro.toLowerCase(Locale.ROOT);
        boolean page = name.isEmpty() && (lower.equals("include") || lower.equals("excerpt-include"));
        Matcher found = PAGE.matcher(text);
        return page && found.matches()
                ? MacroParameter.of(name, new PageTarget(found.group(2), found.group(1)))
                : MacroParameter.of(name, text);
    }

    private List<MacroBody> bodies(JsonNode node) {
        if (Json.type(node).equals("multiBodiedExtension")) {
            List<MacroBody> bodies = new ArrayList<>();
            for (JsonNode child : Json.content(node)) {
                boolean own = Json.type(child).equals("extensionFrame");
                bodies.add(new RichBody(nodes.blocks(own ? Json.content(child) : List.of(child))));
            }
            return bodies;
        }
        boolean bodied = Json.type(node).equals("bodiedExtension") || Json.hasContent(node);
        return bodied ? List.of(new RichBody(nodes.blocks(Json.content(node)))) : List.of();
    }

    /** Content that stands in a parameter, in two languages. */
    private List<Block> migrated(JsonNode node) {
        JsonNode parameters = Json.attribute(node, "parameters");
        String adf = Json.textOf(parameters.path("adf"));
        JsonNode document = adf == null ? parameters.path("adf") : parsed(adf);
        if (document != null && document.isObject()) {
            return nodes.blocks(Json.type(document).equals("doc") ? Json.content(document) : List.of(document));
        }
        String storage = Json.textOf(parameters.path("cxhtml"));
        if (storage != null) {
            return storage(storage);
        }
        String key = Json.text(node, "extensionKey", "extension");
        return leftOut(node, key);
    }

    private static @Nullable JsonNode parsed(String adf) {
        try {
            return Json.parse(adf);
        } catch (MalformedAdfException readTheOtherInstead) {
            return null;
        }
    }

    private List<Block> leftOut(JsonNode node, String what) {
        String text = Json.text(node, "text");
        trail.found(
                FindingKind.LEFT_OUT,
                what,
                "What the old editor wrote as " + what + " is not in this body"
                        + (text == null ? "; it was left out." : "; its text was kept."));
        return text == null ? List.of() : List.of(Plain.of(new Text(text)));
    }

    List<Block> unsupported(JsonNode node) {
        JsonNode original = Json.attribute(node, "originalValue");
        if (original.isObject()) {
            return nodes.blocks(List.of(original));
        }
        String storage = Json.text(node, "cxhtml");
        if (storage != null) {
            return storage(storage);
        }
        return Json.hasContent(node) ? nodes.blocks(Json.content(node)) : leftOut(node, Json.type(node));
    }

    List<Inline> unsupportedInline(JsonNode node) {
        return inLine(unsupported(node));
    }

    private List<Block> storage(String body) {
        return NestedStorage.read(body, NodeReader.TREE_NODES_PER_NODE * (nodes.depth() + 1), trail);
    }
}
