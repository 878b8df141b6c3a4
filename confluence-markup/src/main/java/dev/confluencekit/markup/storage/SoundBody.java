package dev.confluencekit.markup.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Makes elements of bodies that leave nothing to repair, as Confluence writes them, in a fraction of the time that the parser
 * takes. It knows tags with quoted attributes, text, characters by name or number, and CDATA; of anything else, and of anything
 * that is not closed where it should be, it makes nothing, and the parser is asked.
 */
final class SoundBody {
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final int LONGEST_ENTITY = 33;
    private static final int FIRST_PRINTABLE = 0xa0;
    private static final int MAX_DIGITS = 5;
    private static final int SEEN = 64;

    /** Whether a name is there twice is looked up one by one, so more would cost the square of their number. */
    private static final int MAX_ATTRIBUTES = 100;

    private final String body;
    private final int maxDepth;
    private final Map<String, Tag> tags = new HashMap<>();
    /** Of tags seen before, by what is quickly told of a name. */
    private final @Nullable Tag[] seen = new Tag[SEEN];

    private final List<Element> open = new ArrayList<>();
    private final Set<Element> parents = new LinkedHashSet<>();
    private Element current;
    private int at;
    /** Where the next ampersand is, so that texts without any need not be searched one by one. */
    private int ampersand;

    private SoundBody(String body, int maxDepth, Document document) {
        this.body = body;
        this.maxDepth = maxDepth;
        this.current = document;
        this.ampersand = next('&', 0);
    }

    /**
     * The elements, or nothing if the body should be left to the parser.
     *
     * @param parents gets those that have a list or tasks where none can be
     */
    static @Nullable Document read(String body, int maxDepth, List<Element> parents) {
        // How the parser treats these is its own affair.
        if (body.indexOf('\r') >= 0 || body.indexOf('\0') >= 0) {
            return null;
        }
        Document document = new Document(Parser.NamespaceXml, "");
        SoundBody reading = new SoundBody(body, maxDepth, document);
        if (!reading.readAll()) {
            return null;
        }
        parents.addAll(reading.parents);
        return document;
    }

    private int next(char wanted, int from) {
        int found = body.indexOf(wanted, from);
        return found < 0 ? body.length() : found;
    }

    private boolean readAll() {
        while (at < body.length()) {
            int tag = next('<', at);
            if (tag > at) {
                String text = characters(at, tag);
                if (text == null) {
                    return false;
                }
                current.appendChild(new TextNode(text));
                at = tag;
            }
            if (at < body.length() && !markup()) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private boolean markup() {
        if (body.startsWith("</", at)) {
            return end();
        }
        if (body.startsWith(CDATA, at)) {
            int begin = at + CDATA.length();
            int end = body.indexOf(CDATA_END, begin);
            if (end < 0) {
                return false;
            }
            current.appendChild(new CDataNode(body.substring(begin, end)));
            at = end + CDATA_END.length();
            return true;
        }
        return start();
    }

    private boolean end() {
        String name = current.tagName();
        int behind = at + 2 + name.length();
        if (open.isEmpty() || !body.startsWith(name, at + 2) || !isAt('>', behind)) {
            return false;
        }
        current = open.remove(open.size() - 1);
        at = behind + 1;
        return true;
    }

    private boolean isAt(char wanted, int i) {
        return i < body.length() && body.charAt(i) == wanted;
    }

    private boolean start() {
        int nameEnd = nameEnd(at + 1);
        if (nameEnd == at + 1) {
            return false;
        }
        Tag tag = tag(at + 1, nameEnd);
        at = nameEnd;
        Attributes attributes = null;
        while (isAt(' ', at) || isAt('\n', at)) {
            int begin = at + 1;
            int end = nameEnd(begin);
            if (end == begin) {
                at = begin;
                continue;
            }
            attributes = attributes == null ? new Attributes() : attributes;
            if (attributes.size() == MAX_ATTRIBUTES || !attribute(begin, end, attributes)) {
                return false;
            }
        }
        boolean closed = isAt('/', at);
        if (!isAt('>', closed ? at + 1 : at)) {
            return false;
        }
        at += closed ? 2 : 1;
        Element element = new Element(tag, "", attributes);
        current.appendChild(element);
        if (StorageDom.isMisplaced(element)) {
            parents.add(current);
        }
        if (closed) {
            return true;
        }
        open.add(current);
        current = element;
        return open.size() < maxDepth && !StorageDom.isVoid(tag.getName());
    }

    private Tag tag(int begin, int end) {
        int place = (body.charAt(begin) * 7 + body.charAt(end - 1) + end - begin) & (SEEN - 1);
        Tag known = seen[place];
        if (known != null && known.getName().length() == end - begin && body.startsWith(known.getName(), begin)) {
            return known;
        }
        Tag tag = tags.computeIfAbsent(body.substring(begin, end), name -> new Tag(name, Parser.NamespaceXml));
        seen[place] = tag;
        return tag;
    }

    private boolean attribute(int begin, int end, Attributes attributes) {
        if (!isAt('=', end) || !isAt('"', end + 1)) {
            return false;
        }
        int close = body.indexOf('"', end + 2);
        if (close < 0) {
            return false;
        }
        String name = body.substring(begin, end);
        String value = characters(end + 2, close);
        if (value == null
                || value.indexOf('<') >= 0
                || name.startsWith("xmlns")
                || (attributes.size() > 0 && attributes.hasKeyIgnoreCase(name))) {
            return false;
        }
        attributes.add(name, value);
        at = close + 1;
        return true;
    }

    private int nameEnd(int begin) {
        int i = begin;
        while (i < body.length() && isOfName(body.charAt(i), i == begin)) {
            i++;
        }
        return i;
    }

    private static boolean isOfName(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (!first && ((c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_'));
    }

    /** The text between two places; nothing if there is an ampersand in it that is not plainly the beginning of an entity. */
    private @Nullable String characters(int begin, int end) {
        if (ampersand < begin) {
            ampersand = next('&', begin);
        }
        if (ampersand >= end) {
            return body.substring(begin, end);
        }
        StringBuilder characters = new StringBuilder(end - begin);
        int written = begin;
        while (ampersand < end) {
            int semicolon = body.indexOf(';', ampersand);
            if (semicolon < 0 || semicolon >= end || semicolon - ampersand > LONGEST_ENTITY) {
                return null;
            }
            String entity = body.substring(ampersand + 1, semicolon);
            String meant = entity.startsWith("#") ? numbered(entity) : named(entity);
            if (meant.isEmpty()) {
                return null;
            }
            characters.append(body, written, ampersand).append(meant);
            written = semicolon + 1;
            ampersand = next('&', written);
        }
        return characters.append(body, written, end).toString();
    }

    private static String named(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> isLetters(name) ? Entities.getByName(name) : "";
        };
    }

    private static boolean isLetters(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
                return false;
            }
        }
        return true;
    }

    /** Decimal ones of characters that can be seen; others the parser replaces, or not. */
    private static String numbered(String entity) {
        int code = 0;
        if (entity.length() == 1 || entity.length() > MAX_DIGITS + 1) {
            return "";
        }
        for (int i = 1; i < entity.length(); i++) {
            char c = entity.charAt(i);
            if (c < '0' || c > '9') {
                return "";
            }
            code = code * 10 + c - '0';
        }
        boolean seen = (code >= ' ' && code < 0x7f) || (code >= FIRST_PRINTABLE && code < Character.MIN_SURROGATE);
        return seen ? Character.toString(code) : "";
    }
}
