package dev.confluencekit.markup.build;

import dev.confluencekit.markup.internal.code.CodeLanguages;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Block;
import dev.confluencekit.markup.tree.BulletList;
import dev.confluencekit.markup.tree.CodeBlock;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Expand;
import dev.confluencekit.markup.tree.Heading;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.OrderedList;
import dev.confluencekit.markup.tree.Panel;
import dev.confluencekit.markup.tree.PanelKind;
import dev.confluencekit.markup.tree.Paragraph;
import dev.confluencekit.markup.tree.Quote;
import dev.confluencekit.markup.tree.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Makes a body, block by block:
 *
 * <pre>{@code
 * Document notes = BodyBuilder.create()
 *         .heading(1, "Release 2.4")
 *         .paragraph(p -> p.text("Shipped by ").mention(accountId).text(": ").status("DONE", StatusColour.GREEN))
 *         .table(t -> t.header("Part", "Tests").row("Core", "812"))
 *         .code("java", "int answer = 42;")
 *         .build();
 * String storage = Markup.of(notes).toStorage().output();
 * }</pre>
 *
 * <p>Texts are texts: nothing in them becomes markup, and characters that a body cannot have are left out when it is written, which
 * the report tells. Names and addresses that Confluence would not take are refused at once. For one thread; what it builds is
 * immutable, and more can be added and built again.
 */
public final class BodyBuilder {
    private final List<Block> blocks = new ArrayList<>();

    private BodyBuilder() {}

    /** Makes an empty body. */
    public static BodyBuilder create() {
        return new BodyBuilder();
    }

    static List<Block> blocks(String parameter, Consumer<BodyBuilder> content) {
        BodyBuilder builder = new BodyBuilder();
        Objects.requireNonNull(content, parameter).accept(builder);
        return List.copyOf(builder.blocks);
    }

    /**
     * What was added so far.
     *
     * @return a document that later additions do not change
     * @throws IllegalArgumentException if blocks are nested deeper than {@link Document#MAX_DEPTH}
     */
    public Document build() {
        return new Document(blocks);
    }

    private BodyBuilder add(Block block) {
        blocks.add(block);
        return this;
    }

    /** Adds a heading of level 1 to 6. */
    public BodyBuilder heading(int level, String text) {
        return heading(level, TextBuilder.of(Checks.name("text", text)));
    }

    /** Adds a heading of level 1 to 6, of several pieces of text. */
    public BodyBuilder heading(int level, Consumer<TextBuilder> text) {
        return heading(level, TextBuilder.of(text));
    }

    private BodyBuilder heading(int level, List<Inline> content) {
        return add(new Heading(level, content, Attributes.NONE));
    }

    /** Adds a paragraph. */
    public BodyBuilder paragraph(String text) {
        return add(new Paragraph(TextBuilder.of(text), Attributes.NONE));
    }

    /** Adds a paragraph of several pieces of text. */
    public BodyBuilder paragraph(Consumer<TextBuilder> text) {
        return add(new Paragraph(TextBuilder.of(text), Attributes.NONE));
    }

    /** Adds a list with bullets. */
    public BodyBuilder bullets(Consumer<ListBuilder> list) {
        return add(new BulletList(ListBuilder.items(list), Attributes.NONE));
    }

    /** Adds a list with numbers from 1. */
    public BodyBuilder numbers(Consumer<ListBuilder> list) {
        return add(new OrderedList(1, ListBuilder.items(list), Attributes.NONE));
    }

    /** Adds tasks. */
    public BodyBuilder tasks(Consumer<TaskBuilder> tasks) {
        return add(TaskBuilder.list(tasks));
    }

    /** Adds code in no language. */
    public BodyBuilder code(String text) {
        return add(CodeBlock.of(Objects.requireNonNull(text, "text")));
    }

    /**
     * Adds code.
     *
     * @param language by any of its names; one that Confluence does not colour is left out, since it may show an error instead
     * @param text the code
     * @return this
     */
    public BodyBuilder code(String language, String text) {
        String name = Checks.name("language", language).strip();
        Objects.requireNonNull(text, "text");
        return add(CodeLanguages.nameFor(name)
                .map(known -> CodeBlock.of(known, text))
                .orElseGet(() -> CodeBlock.of(text)));
    }

    /** Adds a table. */
    public BodyBuilder table(Consumer<TableBuilder> table) {
        return add(TableBuilder.table(table));
    }

    /** Adds a box that draws attention. */
    public BodyBuilder panel(PanelKind kind, Consumer<BodyBuilder> content) {
        Objects.requireNonNull(kind, "kind");
        return add(new Panel(kind, null, null, blocks("content", content), Attributes.NONE));
    }

    /** Adds a box that draws attention, with a title. */
    public BodyBuilder panel(PanelKind kind, String title, Consumer<BodyBuilder> content) {
        Objects.requireNonNull(kind, "kind");
        return add(new Panel(kind, Checks.name("title", title), null, blocks("content", content), Attributes.NONE));
    }

    /** Adds what is shown by a click on its title. */
    public BodyBuilder expand(String title, Consumer<BodyBuilder> content) {
        return add(new Expand(Checks.name("title", title), blocks("content", content), Attributes.NONE));
    }

    /** Adds a quotation. */
    public BodyBuilder quote(Consumer<BodyBuilder> content) {
        return add(new Quote(blocks("content", content), Attributes.NONE));
    }

    /** Adds a line across. */
    public BodyBuilder rule() {
        return add(new Rule());
    }

    /** Adds a table of contents, which Confluence makes of the headings. */
    public BodyBuilder tableOfContents() {
        return macro("toc");
    }

    /** Adds a macro on lines of its own, without parameters or body. */
    public BodyBuilder macro(String name) {
        return macro(name, macro -> {});
    }

    /** Adds a macro on lines of its own. */
    public BodyBuilder macro(String name, Consumer<MacroBuilder> macro) {
        return add(MacroBuilder.of(name, macro));
    }

    /** Adds all blocks of a document, such as one that was read from Markdown. */
    public BodyBuilder append(Document document) {
        blocks.addAll(Objects.requireNonNull(document, "document").blocks());
        return this;
    }
}
