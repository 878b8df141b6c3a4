package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.ParameterValue;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.RichBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes macros. */
final class StorageMacros {
    private final Xml xml;
    private final StorageBlocks blocks;
    private final StorageLinks links;

    StorageMacros(Xml xml, StorageBlocks blocks, StorageLinks links) {
        this.xml = xml;
        this.blocks = blocks;
        this.links = links;
    }

    void start(String name, Attributes attributes) {
        xml.start("ac:structured-macro").attribute("ac:name", name);
        xml.attribute("ac:schema-version", "1").attributes(attributes);
    }

    void parameter(String name, @Nullable String text) {
        if (text != null) {
            xml.start("ac:parameter").attribute("ac:name", name).text(text).end("ac:parameter");
        }
    }

    void parameters(Attributes parameters) {
        parameters.values().forEach(this::parameter);
    }

    Xml plainBody(String text) {
        return xml.start("ac:plain-text-body").cdata(text).end("ac:plain-text-body");
    }

    Xml richBody(List<Block> content) {
        xml.start("ac:rich-text-body");
        return blocks.write(content).end("ac:rich-text-body");
    }

    Xml write(Macro macro) {
        start(macro.name(), macro.attributes());
        for (MacroParameter parameter : macro.parameters()) {
            xml.start("ac:parameter").attribute("ac:name", parameter.name());
            for (ParameterValue part : parameter.value()) {
                if (part instanceof ParameterValue.Words words) {
                    xml.text(words.text());
                } else if (part instanceof ParameterValue.Resource resource) {
                    links.target(resource.target());
                } else if (part instanceof ParameterValue.Linked linked) {
                    links.wiki(linked.link());
                }
            }
            xml.end("ac:parameter");
        }
        for (MacroBody body : macro.bodies()) {
            if (body instanceof PlainBody plain) {
                plainBody(plain.text());
            } else if (body instanceof RichBody rich) {
                richBody(rich.content());
            }
        }
        return xml.end("ac:structured-macro");
    }
}
