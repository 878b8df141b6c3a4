package dev.confluencekit.markup.build;

import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.PageTarget;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be given to a builder. A refusal names the parameter. */
final class Checks {
    static final int MAX_TITLE = 255;

    private static final Pattern MACRO_NAME = Pattern.compile("[a-z0-9][a-z0-9_.:-]{0,99}");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/?#]|mailto:[^?]|/)[^\\s\\p{Cntrl}]*");
    private static final String FORBIDDEN_IN_FILE_NAMES = "\\/\":?*|<>";

    private Checks() {}

    /** A name: not blank, and nothing in it that XML cannot have. */
    static String name(String parameter, @Nullable String value) {
        String name = Objects.requireNonNull(value, parameter);
        if (name.isBlank()) {
            throw new IllegalArgumentException(parameter + " must not be blank");
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isPrintable(name, i)) {
                throw new IllegalArgumentException(parameter + " must not have the character U+"
                        + String.format(Locale.ROOT, "%04X", (int) name.charAt(i)));
            }
        }
        return name;
    }

    private static boolean isPrintable(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return !Character.isISOControl(c) && c < '\ufffe';
    }

    /** The macro's name in lower case, as macros are written. */
    static String macro(String value) {
        String name = name("name", value).toLowerCase(Locale.ROOT);
        if (!MACRO_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be letters, digits and - _ . : only, not " + value);
        }
        return name;
    }

    /** A web address, a mailbox, or a path of the site. */
    static String address(String value) {
        String url = name("url", value);
        if (!ADDRESS.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "url must begin with http://, https://, mailto: or / and have no spaces, not " + url);
        }
        return url;
    }

    static PageTarget page(String title, @Nullable String spaceKey) {
        if (name("title", title).length() > MAX_TITLE) {
            throw new IllegalArgumentException("title must have at most " + MAX_TITLE + " characters");
        }
        return new PageTarget(title, spaceKey == null ? null : name("spaceKey", spaceKey));
    }

    static AttachmentTarget attachment(String fileName) {
        String name = name("fileName", fileName);
        for (int i = 0; i < name.length(); i++) {
            if (FORBIDDEN_IN_FILE_NAMES.indexOf(name.charAt(i)) >= 0) {
                throw new IllegalArgumentException(
                        "fileName must have none of " + FORBIDDEN_IN_FILE_NAMES + ", unlike " + name);
            }
        }
        return new AttachmentTarget(name, null);
    }
}
