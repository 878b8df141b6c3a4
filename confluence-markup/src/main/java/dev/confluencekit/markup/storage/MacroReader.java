package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.macro.KnownMacros;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.ParameterValue;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.RichBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads macros. */
final class MacroReader {
    private final BlockReader blocks;
    private final LinkReader links;

    MacroReader(BlockReader blocks, LinkReader links) {
        this.blocks = blocks;
        this.links = links;
    }

    Block block(Element element) {
        return KnownMacros.block(macro(element));
    }

    /** Macros that are blocks do not come here. */
    Inline inline(Element element) {
        return KnownMacros.inline(macro(element));
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
                    case "fab:display-type", "fab:placeholder-url" -> {
                        // How the editor shows the macro to those who write.
                    }
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
}
