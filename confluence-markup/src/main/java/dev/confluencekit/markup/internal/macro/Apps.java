package dev.confluencekit.markup.internal.macro;

import dev.confluencekit.markup.tree.Macro;
import java.util.Optional;

/** Macros that are apps of the new editor: their attributes say so. */
public final class Apps {
    /** The attribute that says of what type an extension is. */
    public static final String TYPE = "adf-extension-type";

    /** The attribute that says what stands in place of an app that cannot be shown. */
    public static final String TEXT = "adf-text";

    private Apps() {}

    /** Whether the macro is an app. */
    public static boolean isApp(Macro macro) {
        return macro.attributes().get(TYPE).isPresent();
    }

    /** What people call it, or its key. */
    public static String nameOf(Macro macro) {
        return Optional.of(macro.attributes().get(TEXT).orElse(macro.name()))
                .filter(name -> !name.isEmpty())
                .orElse("extension");
    }
}
