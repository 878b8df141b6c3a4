package dev.confluencekit.markup.build;

import dev.confluencekit.markup.tree.Macro;
import dev.confluencekit.markup.tree.MacroBody;
import dev.confluencekit.markup.tree.MacroParameter;
import dev.confluencekit.markup.tree.PlainBody;
import dev.confluencekit.markup.tree.RichBody;
import dev.confluencekit.markup.tree.UserTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Parameters and body of a macro. Confluence takes a page with a macro that it does not know, and shows an error in its place. For
 * one thread.
 */
public final class MacroBuilder {
    private final List<MacroParameter> parameters = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable MacroBody body;

    private MacroBuilder() {}

    static Macro of(String name, Consumer<MacroBuilder> macro) {
        String checked = Checks.macro(name);
        MacroBuilder builder = new MacroBuilder();
        Objects.requireNonNull(macro, "macro").accept(builder);
        return builder.body == null
                ? Macro.of(checked, builder.parameters)
                : Macro.of(checked, builder.parameters, builder.body);
    }

    /**
     * Gives a parameter. Its value is text, whatever is in it.
     *
     * @param name of the parameter; empty for the one that has no name
     * @param value of the parameter
     * @return this
     */
    public MacroBuilder parameter(String name, String value) {
        return add(MacroParameter.of(parameterName(name), Objects.requireNonNull(value, "value")));
    }

    /** Gives a parameter that is a page of the same space. */
    public MacroBuilder page(String name, String title) {
        return add(MacroParameter.of(parameterName(name), Checks.page(title, null)));
    }

    /** Gives a parameter that is a page of a space. */
    public MacroBuilder page(String name, String spaceKey, String title) {
        return add(MacroParameter.of(
                parameterName(name), Checks.page(title, Objects.requireNonNull(spaceKey, "spaceKey"))));
    }

    /** Gives a parameter that is a file attached to the page. */
    public MacroBuilder attachment(String name, String fileName) {
        return add(MacroParameter.of(parameterName(name), Checks.attachment(fileName)));
    }

    /** Gives a parameter that is somebody. */
    public MacroBuilder user(String name, String accountId) {
        return add(MacroParameter.of(parameterName(name), UserTarget.ofAccount(Checks.name("accountId", accountId))));
    }

    private static String parameterName(String name) {
        return Objects.requireNonNull(name, "name").isEmpty() ? name : Checks.name("name", name);
    }

    private MacroBuilder add(MacroParameter parameter) {
        if (!names.add(parameter.name())) {
            throw new IllegalArgumentException("name " + parameter.name() + " was given before");
        }
        parameters.add(parameter);
        return this;
    }

    /** Puts the macro around text that is not read as markup, such as code. */
    public MacroBuilder plainBody(String text) {
        return body(new PlainBody(Objects.requireNonNull(text, "text")));
    }

    /** Puts the macro around blocks. */
    public MacroBuilder body(Consumer<BodyBuilder> content) {
        return body(new RichBody(BodyBuilder.blocks("content", content)));
    }

    private MacroBuilder body(MacroBody given) {
        if (body != null) {
            throw new IllegalStateException("the macro has a body already");
        }
        body = given;
        return this;
    }
}
