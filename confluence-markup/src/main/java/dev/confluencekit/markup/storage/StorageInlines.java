package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.BackgroundColour;
import dev.confluencekit.markup.tree.CommentMark;
import dev.confluencekit.markup.tree.Date;
import dev.confluencekit.markup.tree.Element;
import dev.confluencekit.markup.tree.Embedded;
import dev.confluencekit.markup.tree.Emoji;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.InlineVisitor;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.Mark;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Mention;
import dev.confluencekit.markup.tree.Placeholder;
import dev.confluencekit.markup.tree.Status;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.TemplateVariable;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.TextColour;
import java.util.List;

/** Writes running text. */
final class StorageInlines implements InlineVisitor<Xml> {
    private final Xml xml;
    private final StorageBlocks blocks;
    private final StorageLinks links;
    private final StorageMacros macros;

    StorageInlines(Xml xml, StorageBlocks blocks, StorageLinks links, StorageMacros macros) {
        this.xml = xml;
        this.blocks = blocks;
        this.links = links;
        this.macros = macros;
    }

    Xml write(List<Inline> content) {
        for (Inline inline : content) {
            inline.accept(this);
        }
        return xml;
    }

    @Override
    public Xml visit(Text text) {
        return xml.text(text.value());
    }

    @Override
    public Xml visit(LineBreak lineBreak) {
        return xml.start("br").end("br");
    }

    @Override
    public Xml visit(Marked marked) {
        Mark mark = marked.mark();
        if (mark instanceof TextColour text) {
            return span("color: " + text.colour() + ";", marked);
        }
        if (mark instanceof BackgroundColour background) {
            return span("background-color: " + background.colour() + ";", marked);
        }
        if (mark instanceof CommentMark comment) {
            xml.start("ac:inline-comment-marker").attribute("ac:ref", comment.reference());
            return write(marked.content()).end("ac:inline-comment-marker");
        }
        if (mark == Style.MONOSPACE) {
            return span("font-family: monospace;", marked);
        }
        String name = mark instanceof Style style ? nameOf(style) : "span";
        xml.start(name);
        return write(marked.content()).end(name);
    }

    private static String nameOf(Style style) {
        return switch (style) {
            case STRONG -> "strong";
            case EMPHASIS -> "em";
            case UNDERLINE -> "u";
            case STRIKE -> "s";
            case SUBSCRIPT -> "sub";
            case SUPERSCRIPT -> "sup";
            case CODE -> "code";
            case MONOSPACE -> "span";
            case BIG -> "big";
            case SMALL -> "small";
            case CITATION -> "cite";
            case QUOTATION -> "q";
        };
    }

    private Xml span(String style, Marked marked) {
        xml.start("span").attribute("style", style);
        return write(marked.content()).end("span");
    }

    @Override
    public Xml visit(Link link) {
        return links.link(link);
    }

    @Override
    public Xml visit(Image image) {
        return links.image(image);
    }

    @Override
    public Xml visit(Emoji emoji) {
        xml.start("ac:emoticon").attribute("ac:name", emoji.name());
        xml.attribute("ac:emoji-shortname", emoji.shortName()).attribute("ac:emoji-id", emoji.id());
        return xml.attribute("ac:emoji-fallback", emoji.fallback()).end("ac:emoticon");
    }

    @Override
    public Xml visit(Mention mention) {
        xml.start("ac:link");
        return links.target(mention.user()).end("ac:link");
    }

    @Override
    public Xml visit(Date date) {
        return xml.start("time").attribute("datetime", date.value()).end("time");
    }

    @Override
    public Xml visit(Status status) {
        macros.start("status", Attributes.NONE);
        macros.parameter("title", status.text().isEmpty() ? null : status.text());
        macros.parameter("colour", status.colour());
        macros.parameters(status.parameters());
        return xml.end("ac:structured-macro");
    }

    @Override
    public Xml visit(Placeholder placeholder) {
        xml.start("ac:placeholder").attribute("ac:type", placeholder.type());
        return xml.text(placeholder.text()).end("ac:placeholder");
    }

    @Override
    public Xml visit(TemplateVariable variable) {
        return xml.start("at:var").attribute("at:name", variable.name()).end("at:var");
    }

    @Override
    public Xml visit(Embedded embedded) {
        return embedded.block().accept(blocks);
    }

    @Override
    public Xml visit(Macro macro) {
        return macros.write(macro);
    }

    @Override
    public Xml visit(Element element) {
        return blocks.element(element);
    }
}
