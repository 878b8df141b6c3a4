package dev.confluencekit.testkit.internal.edge;

import java.util.regex.Pattern;

/**
 * A path with wildcards: {@code *} stands for anything within a segment, {@code **} for anything. It
 * matches a request at the site and the same one through the gateway.
 */
public final class PathPattern {

    private static final Pattern GATEWAY = Pattern.compile("^/ex/confluence/[^/]+(?=/)");

    private final Pattern pattern;

    /**
     * Reads a pattern.
     *
     * @param text such as {@code /wiki/api/v2/pages/*}
     */
    public PathPattern(String text) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else if (text.charAt(i) == '*') {
                regex.append("[^/]*");
                i++;
            } else {
                regex.append(Pattern.quote(text.substring(i, i + 1)));
                i++;
            }
        }
        this.pattern = Pattern.compile(regex.toString());
    }

    /**
     * Tells whether a path fits.
     *
     * @param path a path as it stands in the request line, without its query
     * @return true if it fits, with or without its gateway prefix
     */
    public boolean matches(String path) {
        return pattern.matcher(path).matches()
                || pattern.matcher(GATEWAY.matcher(path).replaceFirst("")).matches();
    }
}
