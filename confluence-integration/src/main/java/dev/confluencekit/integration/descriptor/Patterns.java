package dev.confluencekit.integration.descriptor;

import java.util.stream.Collectors;

/**
 * Regular expressions for what the library takes, each for a whole value. They keep to what ECMAScript (flags {@code u} and
 * {@code v}) and Java read alike, and their time grows with the length of the text and no faster.
 */
final class Patterns {
    private static final String CONTROLS = "\\u0000-\\u001F\\u007F-\\u009F";
    private static final String HALF_PAIRS = "\\uD800-\\uDFFF";
    private static final String CONTROL_SPACES = "\\t-\\r\\u001C-\\u001F";
    private static final String BREAKING_SPACES = " \\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000";
    private static final String SPACES = BREAKING_SPACES + "\\u00A0\\u2007\\u202F";

    private static final String LINE_ENDS = "\\u2028\\u2029";
    private static final String UNFIT = CONTROLS + HALF_PAIRS + LINE_ENDS + "\\u202A-\\u202E\\u2066-\\u2069";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?";
    private static final String CLOUD_PORT = "(?::0{0,2}443)?";
    private static final String PORT = "(?::(?!0+(?![0-9]))(?:[0-9]{1,4}|[0-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}"
            + "|655[0-2][0-9]|6553[0-5]))?";

    /** Begins and ends with something that is no space. */
    static final String API_KEY = "[^" + CONTROLS + HALF_PAIRS + SPACES + "](?:[^" + CONTROLS + HALF_PAIRS + "]*[^"
            + CONTROLS + HALF_PAIRS + SPACES + "])?";

    /** Not blank, and without a colon, which would end the username in HTTP Basic. */
    static final String USERNAME = "[" + BREAKING_SPACES + "]*[^" + CONTROLS + HALF_PAIRS + BREAKING_SPACES + ":][^"
            + CONTROLS + HALF_PAIRS + ":]*";

    /** Not blank, and nothing that ends a line or turns the direction of what follows. */
    static final String NAME = "[" + CONTROL_SPACES + BREAKING_SPACES + "]*[^" + UNFIT + BREAKING_SPACES + "][^" + UNFIT
            + "]*(?:[" + CONTROL_SPACES + LINE_ENDS + "][" + CONTROL_SPACES + BREAKING_SPACES + "]*)?";

    static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private Patterns() {}

    /**
     * The address of a site as people type it. For names in ASCII it says exactly what the library takes; of others it
     * says little: whether they make a host name is for the library to find out.
     */
    static String domain() {
        String scheme = "(?:" + anyCase("https") + ":\\/\\/)?";
        String after = "(?:[\\/?][^#\\\\" + CONTROLS + "]*(?:[" + CONTROL_SPACES + "][" + CONTROL_SPACES + SPACES
                + "]*)?|[" + CONTROL_SPACES + SPACES + "]*)";
        String host = "(?:" + siteName() + "|" + scheme + "(?!(?:[A-Za-z0-9\\-]|\\.(?=[A-Za-z0-9\\-])){254})(?:"
                + cloudHost() + "|" + otherHost() + "))";
        String foreign = scheme + "(?=[^\\/?:]*[^\\u0000-\\u009F" + SPACES + "\\/?:])[^\\/?#@:\\[\\]\\\\" + CONTROLS
                + "]+(?::[0-9]{1,5})?";
        return "[" + CONTROL_SPACES + SPACES + "]*(?:" + host + "|" + foreign + ")" + after;
    }

    /** The first label of a name on atlassian.net, such as {@code acme}. */
    private static String siteName() {
        String taken = "(?!(?:" + anyCase("localhost") + "|" + anyCase("www") + ")(?![A-Za-z0-9\\-]))";
        return taken + LABEL + "\\.?" + CLOUD_PORT;
    }

    private static String cloudHost() {
        String cloud = anyCase("atlassian") + "\\." + anyCase("net");
        return "(?!" + anyCase("www") + "\\." + cloud + "\\.?(?![A-Za-z0-9.\\-]))(?:" + LABEL + "\\.)+" + cloud + "\\.?"
                + CLOUD_PORT;
    }

    private static String otherHost() {
        String owner = anyCase("atlassian") + "\\.";
        return "(?![A-Za-z0-9.\\-]*" + owner + anyCase("net") + ")(?!(?:[A-Za-z0-9.\\-]*\\.)?" + owner + anyCase("com")
                + "\\.?(?![A-Za-z0-9.\\-]))(?:" + LABEL + "\\.)+(?![0-9])" + LABEL + "\\.?" + PORT;
    }

    private static String anyCase(String word) {
        return word.chars()
                .mapToObj(c -> "[" + (char) Character.toUpperCase(c) + (char) c + "]")
                .collect(Collectors.joining());
    }
}
