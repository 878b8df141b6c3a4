package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Attributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Well-formed XML, whatever the texts and names are. */
final class Xml {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,100}(?::[A-Za-z_][A-Za-z0-9_.-]{0,100})?");

    private final StringBuilder out = new StringBuilder();
    private Set<String> attributes = new HashSet<>();
    private boolean open;
    private boolean dropped;

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.regionMatches(true, 0, "xml", 0, 3);
    }

    Xml start(String name) {
        closeTag();
        out.append('<').append(name);
        open = true;
        if (!attributes.isEmpty()) {
            // Clearing takes as long as there ever were many.
            attributes = new HashSet<>();
        }
        return this;
    }

    /** Of the element that was started last, before anything is in it. Of two with one name the first counts. */
    Xml attribute(String name, @Nullable String value) {
        if (value != null && attributes.add(name)) {
            out.append(' ').append(name).append("=\"");
            escape(value, true);
            out.append('"');
        }
        return this;
    }

    /** Those whose names are names. */
    Xml attributes(Attributes attributes) {
        for (Map.Entry<String, String> attribute : attributes.values().entrySet()) {
            if (isName(attribute.getKey())) {
                attribute(attribute.getKey(), attribute.getValue());
            }
        }
        return this;
    }

    Xml end(String name) {
        if (open) {
            out.append(" />");
            open = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    Xml text(String text) {
        if (!text.isEmpty()) {
            closeTag();
            escape(text, false);
        }
        return this;
    }

    /**
     * A section ends at the first {@code ]]>}, so that one is parted into two sections: one that comes about as characters are
     * dropped, too.
     */
    Xml cdata(String text) {
        closeTag();
        out.append("<![CDATA[")
                .append(legal(text).replace("]]>", "]]]]><![CDATA[>"))
                .append("]]>");
        return this;
    }

    private void closeTag() {
        if (open) {
            out.append('>');
            open = false;
        }
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLegal(text, i)) {
                dropped = true;
            } else if (c == '&') {
                out.append("&amp;");
            } else if (c == '<') {
                out.append("&lt;");
            } else if (c == '>') {
                out.append("&gt;");
            } else if (c == '"' && attribute) {
                out.append("&quot;");
            } else if (attribute && (c == '\n' || c == '\t')) {
                out.append("&#").append((int) c).append(';');
            } else if (c == '\r') {
                out.append("&#13;");
            } else {
                out.append(c);
            }
        }
    }

    private String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isLegal(text, i)) {
                legal.append(text.charAt(i));
            } else {
                dropped = true;
            }
        }
        return legal.toString();
    }

    private static boolean isLegal(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= ' ' ? c < '\ufffe' : c == '\t' || c == '\n' || c == '\r';
    }

    /** Whether there were characters that XML cannot have. */
    boolean hasDropped() {
        return dropped;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
