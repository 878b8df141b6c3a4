package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.internal.macro.Apps;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.ParameterValue;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.RichBody;
import java.util.List;
import java.util.Locale;
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
        if (Apps.isApp(macro)) {
            return app(macro);
        }
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

    /** An app of the new editor, whose parameters are text. */
    private Xml app(Macro app) {
        boolean bodied = app.bodies().stream().anyMatch(RichBody.class::isInstance);
        xml.start("ac:adf-extension").start("ac:adf-node").attribute("type", bodied ? "bodied-extension" : "extension");
        adf("ac:adf-attribute", "extension-key", app.name());
        adf(
                "ac:adf-attribute",
                "extension-type",
                app.attributes().get(Apps.TYPE).orElse(""));
        app.attributes().get(Apps.TEXT).ifPresent(text -> adf("ac:adf-attribute", "text", text));
        xml.start("ac:adf-attribute").attribute("key", "parameters");
        xml.start("ac:adf-parameter").attribute("key", "guest-params");
        for (MacroParameter parameter : app.parameters()) {
            adf("ac:adf-parameter", dashed(parameter.name()), parameter.text());
        }
        xml.end("ac:adf-parameter").end("ac:adf-attribute");
        for (MacroBody body : app.bodies()) {
            if (body instanceof RichBody rich) {
                xml.start("ac:adf-content");
                blocks.write(rich.content()).end("ac:adf-content");
            }
        }
        return xml.end("ac:adf-node").end("ac:adf-extension");
    }

    private void adf(String element, String key, String text) {
        xml.start(element).attribute("key", key).text(text).end(element);
    }

    /** Where the new editor writes {@code diagramName}, the storage format has {@code diagram-name}. */
    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
