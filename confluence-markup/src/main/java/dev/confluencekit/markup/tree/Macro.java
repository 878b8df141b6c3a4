package dev.confluencekit.markup.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A macro that has no node of its own, in a line or on lines of its own: known by its name, with parameters, and with bodies
 * where it is put around something. Apps of the new editor are macros, too.
 *
 * @param name as the source writes it; compare without regard to case
 * @param parameters in order
 * @param bodies mostly none or one
 * @param attributes what else the source said about it
 */
public record Macro(String name, List<MacroParameter> parameters, List<MacroBody> bodies, Attributes attributes)
        implements Block, Inline {
    /** Copies its lists. */
    public Macro {
        parameters = List.copyOf(parameters);
        bodies = List.copyOf(bodies);
    }

    /** Makes one without attributes. */
    public static Macro of(String name, List<MacroParameter> parameters, MacroBody... bodies) {
        return new Macro(name, parameters, List.of(bodies), Attributes.NONE);
    }

    /** The parameter of that name, letters taken as equal whatever their case; the first, if there are several. */
    public Optional<MacroParameter> parameter(String wanted) {
        for (MacroParameter parameter : parameters) {
            if (parameter.name().equalsIgnoreCase(wanted)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /** The text of the parameter of that name, if it is there and has text. */
    public Optional<String> text(String parameter) {
        return parameter(parameter).map(MacroParameter::text).filter(text -> !text.isEmpty());
    }

    /** Whether it has this name, letters taken as equal whatever their case. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public List<Node> children() {
        List<Node> children = new ArrayList<>(bodies.size());
        for (MacroBody body : bodies) {
            if (body instanceof RichBody rich) {
                children.add(rich);
            }
        }
        return children;
    }

    @Override
    public <R> R accept(BlockVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
