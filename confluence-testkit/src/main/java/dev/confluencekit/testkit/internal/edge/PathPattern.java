package dev.confluencekit.testkit.internal.edge;

import java.util.regex.Pattern;

/**
 * A path with wildcards, with or without a method before it: {@code *} stands for anything within a segment, {@code **} for anything. It
 * matches a request at the site and the same one through the gateway.
 */
public final class PathPattern {

    private static final Pattern GATEWAY = Pattern.compile("^/ex/confluence/[^/]+(?=/)");

    private final String method;
    private final Pattern pattern;

    /**
     * Reads a pattern.
     *
     * @param methodAndPath such as {@code /wiki/api/v2/pages/*} or {@code POST /wiki/api/v2/pages}
     */
    public PathPattern(String methodAndPath) {
        int space = methodAndPath.indexOf(' ');
        String text = methodAndPath.substring(space + 1);
        this.method = space < 0 ? "" : methodAndPath.substring(0, space);
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
     * Tells whether a request fits.
     *
     * @param candidate its method
     * @param path its path as it stands in the request line, without its query
     * @return true if it fits, with or without its gateway prefix
     */
    public boolean matches(String candidate, String path) {
        return (method.isEmpty() || method.equals(candidate))
                && (pattern.matcher(path).matches()
                        || pattern.matcher(GATEWAY.matcher(path).replaceFirst(""))
                                .matches());
    }
}
