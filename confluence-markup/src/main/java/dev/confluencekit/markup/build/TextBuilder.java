package dev.confluencekit.markup.build;

import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.LineBreak;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.Marked;
import dev.confluencekit.markup.tree.Mention;
import dev.confluencekit.markup.tree.Status;
import dev.confluencekit.markup.tree.Style;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.ThisPage;
import dev.confluencekit.markup.tree.UserTarget;
import dev.confluencekit.markup.tree.WebTarget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The text of a paragraph, a heading or the like, piece by piece. Whatever is given as text is text: nothing in it is markup. Spaces
 * are not put between pieces. For one thread.
 */
public final class TextBuilder {
    private final List<Inline> content = new ArrayList<>();

    TextBuilder() {}

    static List<Inline> of(String text) {
        return new TextBuilder().text(text).content;
    }

    static List<Inline> of(Consumer<TextBuilder> text) {
        TextBuilder builder = new TextBuilder();
        Objects.requireNonNull(text, "text").accept(builder);
        return List.copyOf(builder.content);
    }

    private TextBuilder add(Inline inline) {
        content.add(inline);
        return this;
    }

    private static List<Inline> words(String text) {
        Objects.requireNonNull(text, "text");
        return text.isEmpty() ? List.of() : List.of(Text.of(text));
    }

    /** Adds text. A line feed in it is a space, as in every paragraph; see {@link #lineBreak}. */
    public TextBuilder text(String text) {
        content.addAll(words(text));
        return this;
    }

    /** Adds bold text. */
    public TextBuilder bold(String text) {
        return styled(Style.STRONG, text);
    }

    /** Adds italic text. */
    public TextBuilder italic(String text) {
        return styled(Style.EMPHASIS, text);
    }

    /** Adds text that looks like code. */
    public TextBuilder code(String text) {
        return styled(Style.CODE, text);
    }

    /** Adds text in another style. */
    public TextBuilder styled(Style style, String text) {
        return add(new Marked(Objects.requireNonNull(style, "style"), words(text)));
    }

    /** Adds text in a style, of several pieces. */
    public TextBuilder styled(Style style, Consumer<TextBuilder> text) {
        return add(new Marked(Objects.requireNonNull(style, "style"), of(text)));
    }

    /** Goes on in a new line. */
    public TextBuilder lineBreak() {
        return add(new LineBreak());
    }

    /**
     * Adds a link.
     *
     * @param url a web address, a mailbox ({@code mailto:}), or a path of the site
     * @param text to be read; if empty the address is
     * @return this
     */
    public TextBuilder link(String url, String text) {
        Objects.requireNonNull(text, "text");
        return add(Link.of(new WebTarget(Checks.address(url)), Text.of(text.isEmpty() ? url : text)));
    }

    /** Adds a link that is shown by the title and icon of where it leads to. */
    public TextBuilder card(String url) {
        return add(
                new Link(new WebTarget(Checks.address(url)), null, List.of(), LinkLook.INLINE_CARD, Attributes.NONE));
    }

    /** Adds a link to a page of the same space, shown by its title. */
    public TextBuilder page(String title) {
        return add(Link.of(Checks.page(title, null)));
    }

    /**
     * Adds a link to a page.
     *
     * @param spaceKey of its space
     * @param title of the page
     * @param text to be read; if empty the title is
     * @return this
     */
    public TextBuilder page(String spaceKey, String title, String text) {
        Objects.requireNonNull(spaceKey, "spaceKey");
        return linked(Checks.page(title, spaceKey), text);
    }

    /** Adds a link to a file that is attached to the page; if the text is empty the name is to be read. */
    public TextBuilder attachment(String fileName, String text) {
        return linked(Checks.attachment(fileName), text);
    }

    /** Adds a link to an {@link #anchor} of the page. */
    public TextBuilder toAnchor(String name, String text) {
        return add(new Link(
                new ThisPage(),
                Checks.name("name", name),
                List.of(Text.of(Checks.name("text", text))),
                LinkLook.TEXT,
                Attributes.NONE));
    }

    private TextBuilder linked(Target target, String text) {
        return add(new Link(target, null, words(text), LinkLook.TEXT, Attributes.NONE));
    }

    /** Names a place to which links can lead. */
    public TextBuilder anchor(String name) {
        return add(Macro.of("anchor", List.of(MacroParameter.of("", Checks.name("name", name)))));
    }

    /** Adds the image that is attached to the page by that name. */
    public TextBuilder image(String fileName, String alternative) {
        return add(image(Checks.attachment(fileName), alternative));
    }

    /** Adds an image of the web. */
    public TextBuilder webImage(String url, String alternative) {
        return add(image(new WebTarget(Checks.address(url)), alternative));
    }

    private static Image image(Target source, String alternative) {
        Objects.requireNonNull(alternative, "alternative");
        return new Image(source, alternative.isEmpty() ? null : alternative, null, List.of(), Attributes.NONE);
    }

    /** Mentions somebody, who is told of it when the page is published. */
    public TextBuilder mention(String accountId) {
        return add(new Mention(UserTarget.ofAccount(Checks.name("accountId", accountId)), null));
    }

    /** Adds a day. */
    public TextBuilder date(LocalDate day) {
        return add(new dev.confluencekit.markup.tree.Date(
                Objects.requireNonNull(day, "day").toString()));
    }

    /** Adds a word in a coloured box. */
    public TextBuilder status(String text, StatusColour colour) {
        String name = Objects.requireNonNull(colour, "colour").macroName();
        return add(new Status(Checks.name("text", text), name, Attributes.NONE));
    }

    /** Adds a macro that stands in the line, without parameters or body. */
    public TextBuilder macro(String name) {
        return macro(name, macro -> {});
    }

    /** Adds a macro that stands in the line. */
    public TextBuilder macro(String name, Consumer<MacroBuilder> macro) {
        return add(MacroBuilder.of(name, macro));
    }
}
