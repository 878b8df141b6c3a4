package dev.confluencekit.markup.internal.macro;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes nodes of their own of macros that every body has. */
public final class KnownMacros {
    private static final Map<String, PanelKind> PANELS = Map.of(
            "info", PanelKind.INFO,
            "tip", PanelKind.TIP,
            "note", PanelKind.WARNING,
            "warning", PanelKind.ERROR,
            "panel", PanelKind.CUSTOM);

    private KnownMacros() {}

    /** The node that is for this macro, or the macro. */
    public static Block block(Macro macro) {
        Block known = known(macro);
        return known == null ? macro : known;
    }

    /** The node in running text that is for this macro, or the macro. */
    public static Inline inline(Macro macro) {
        return macro.name().toLowerCase(Locale.ROOT).equals("status")
                        && isSimple(macro)
                        && macro.bodies().isEmpty()
                ? status(macro)
                : macro;
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
