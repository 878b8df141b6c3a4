package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.CodeForm;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.ParameterValue;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.RichBody;
import dev.confluencekit.markup.tree.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads macros; those that every body has become nodes of their own. */
final class MacroReader {
    private static final Map<String, PanelKind> PANELS = Map.of(
            "info", PanelKind.INFO,
            "tip", PanelKind.TIP,
            "note", PanelKind.WARNING,
            "warning", PanelKind.ERROR,
            "panel", PanelKind.CUSTOM);

    private final BlockReader blocks;
    private final LinkReader links;

    MacroReader(BlockReader blocks, LinkReader links) {
        this.blocks = blocks;
        this.links = links;
    }

    Block block(Element element) {
        Macro macro = macro(element);
        Block known = known(macro);
        return known == null ? macro : known;
    }

    /** Macros that are blocks do not come here. */
    Inline inline(Element element) {
        Macro macro = macro(element);
        return macro.name().toLowerCase(Locale.ROOT).equals("status")
                        && isSimple(macro)
                        && macro.bodies().isEmpty()
                ? status(macro)
                : macro;
    }

    private Macro macro(Element element) {
        List<MacroParameter> parameters = new ArrayList<>();
        List<MacroBody> bodies = new ArrayList<>();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text && !text.isBlank()) {
                bodies.add(new RichBody(
                        List.of(new dev.confluencekit.markup.tree.Plain(LinkReader.words(text.getWholeText())))));
            } else if (node instanceof Element child) {
                switch (child.tagName()) {
                    case "ac:parameter" -> parameters.add(parameter(child, child.attr("ac:name")));
                    case "ac:default-parameter" -> parameters.add(parameter(child, ""));
                    case "ac:plain-text-body" -> bodies.add(new PlainBody(lines(child.wholeText())));
                    case "ac:rich-text-body" ->
                        bodies.add(new RichBody(blocks.inside("macro " + element.attr("ac:name"), child)));
                    default -> bodies.add(new RichBody(List.of(blocks.unknown(child))));
                }
            }
        }
        return new Macro(element.attr("ac:name"), parameters, bodies, Attrs.of(element, "ac:name"));
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private MacroParameter parameter(Element element, String name) {
        List<ParameterValue> value = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                words.append(text.getWholeText());
            } else if (node instanceof Element child) {
                words(words, value);
                Optional<ParameterValue> resource = child.tagName().equals("ac:link")
                        ? links.linkOf(child).map(ParameterValue.Linked::new)
                        : LinkReader.target(child).map(ParameterValue.Resource::new);
                resource.ifPresentOrElse(value::add, () -> words.append(child.wholeText()));
            }
        }
        words(words, value);
        return new MacroParameter(name, value);
    }

    private static void words(StringBuilder words, List<ParameterValue> value) {
        boolean layoutOnly = LayoutSpace.isBlank(words.toString()) && words.indexOf("\n") >= 0;
        if (words.length() > 0 && !layoutOnly) {
            value.add(new ParameterValue.Words(words.toString()));
        }
        words.setLength(0);
    }

    private static @Nullable Block known(Macro macro) {
        if (!isSimple(macro)) {
            return null;
        }
        String name = macro.name().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "code" -> code(macro, CodeForm.CODE);
            case "noformat" -> code(macro, CodeForm.NOFORMAT);
            case "info", "tip", "note", "warning", "panel" -> panel(macro, PANELS.getOrDefault(name, PanelKind.INFO));
            case "expand" -> expand(macro);
            default -> null;
        };
    }

    /** At most one body, no attributes, and each parameter a text with a name of its own. */
    private static boolean isSimple(Macro macro) {
        Set<String> names = new HashSet<>();
        return macro.bodies().size() <= 1
                && macro.attributes().isEmpty()
                && macro.name().equals(macro.name().toLowerCase(Locale.ROOT))
                && macro.parameters().stream()
                        .allMatch(parameter -> names.add(parameter.name())
                                && parameter.value().size() == 1
                                && parameter.value().get(0) instanceof ParameterValue.Words);
    }

    private static @Nullable Block code(Macro macro, CodeForm form) {
        String text = "";
        for (MacroBody body : macro.bodies()) {
            if (!(body instanceof PlainBody plain)) {
                return null;
            }
            text = plain.text();
        }
        return new CodeBlock(
                form, orNull(macro, "language"), orNull(macro, "title"), text, rest(macro, "language", "title"));
    }

    private static @Nullable Block panel(Macro macro, PanelKind kind) {
        List<Block> content = content(macro);
        if (content == null) {
            return null;
        }
        return new Panel(
                kind,
                orNull(macro, "title"),
                orNull(macro, "panelIconText"),
                content,
                rest(macro, "title", "panelIconText"));
    }

    private static @Nullable Block expand(Macro macro) {
        List<Block> content = content(macro);
        return content == null ? null : new Expand(orNull(macro, "title"), content, rest(macro, "title"));
    }

    private static @Nullable List<Block> content(Macro macro) {
        for (MacroBody body : macro.bodies()) {
            return body instanceof RichBody rich ? rich.content() : null;
        }
        return List.of();
    }

    private static Status status(Macro macro) {
        String colour = orNull(macro, "colour");
        return new Status(
                macro.text("title").orElse(""),
                colour == null ? orNull(macro, "color") : colour,
                colour == null ? rest(macro, "title", "color") : rest(macro, "title", "colour"));
    }

    private static @Nullable String orNull(Macro macro, String name) {
        for (MacroParameter parameter : macro.parameters()) {
            if (parameter.name().equals(name)) {
                return parameter.text();
            }
        }
        return null;
    }

    private static Attributes rest(Macro macro, String... without) {
        Set<String> left = Set.of(without);
        Map<String, String> rest = new LinkedHashMap<>();
        for (MacroParameter parameter : macro.parameters()) {
            if (!left.contains(parameter.name())) {
                rest.put(parameter.name(), parameter.text());
            }
        }
        return new Attributes(rest);
    }
}
