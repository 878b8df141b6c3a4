package dev.confluencekit.core.site;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as a person types or pastes it, taken apart by hand: {@code java.net.URI} refuses the titles that browsers
 * show, and reads some authorities in ways that no browser does. What follows the authority is dropped.
 *
 * @param scheme in lower case, or empty if none was typed
 * @param host as typed
 * @param port -1 if none was typed
 */
record TypedAddress(String scheme, String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^]]*]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");

    static TypedAddress read(String parameter, String typed) {
        String text = withoutOuterSpace(typed);
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException(parameter, "holds a line break or another control character");
        }
        if (text.indexOf('\\') >= 0) {
            throw new InvalidArgumentException(parameter, "must not hold a backslash");
        }
        if (text.indexOf('#') >= 0) {
            throw new InvalidArgumentException(parameter, "must not hold a fragment (#…)");
        }
        Matcher form = FORM.matcher(text);
        String scheme = form.matches() && form.group(1) != null ? form.group(1) : "";
        String authority = form.group(2);
        if (authority.indexOf('@') >= 0) {
            throw new InvalidArgumentException(parameter, "must not hold user information (…@)");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : -1;
        if (!parts.matches() || port == 0 || port > 65_535) {
            throw new InvalidArgumentException(parameter, "is no address; type it as acme.atlassian.net");
        }
        return new TypedAddress(scheme.toLowerCase(Locale.ROOT), parts.group(1), port);
    }

    /** Unlike {@link String#strip()} it knows the no-break space, which comes along from web pages. */
    private static String withoutOuterSpace(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    boolean hasScheme() {
        return !scheme.isEmpty();
    }

    boolean isBracketed() {
        return host.startsWith("[");
    }
}
