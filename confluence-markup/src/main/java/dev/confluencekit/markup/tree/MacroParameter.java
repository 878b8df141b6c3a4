package dev.confluencekit.markup.tree;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of a macro.
 *
 * @param name as the source writes it; empty for the one without a name
 * @param value text and resources, in order; mostly one of them
 */
public record MacroParameter(String name, List<ParameterValue> value) {
    /** Copies its list. */
    public MacroParameter {
        value = List.copyOf(value);
    }

    /** Makes a parameter that is text. */
    public static MacroParameter of(String name, String text) {
        return new MacroParameter(name, List.of(new ParameterValue.Words(text)));
    }

    /** Makes a parameter that is a resource. */
    public static MacroParameter of(String name, Target target) {
        return new MacroParameter(name, List.of(new ParameterValue.Resource(target)));
    }

    /** The text of the parameter; empty if it has none. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (ParameterValue part : value) {
            if (part instanceof ParameterValue.Words words) {
                text.append(words.text());
            }
        }
        return text.toString();
    }

    /** The first resource that the parameter names, in a link or not. */
    public Optional<Target> target() {
        for (ParameterValue part : value) {
            if (part instanceof ParameterValue.Resource resource) {
                return Optional.of(resource.target());
            }
            if (part instanceof ParameterValue.Linked linked) {
                return Optional.of(linked.link().target());
            }
        }
        return Optional.empty();
    }
}
