package dev.confluencekit.testkit.internal.body;

import dev.confluencekit.testkit.internal.body.MarkupNode.Element;
import dev.confluencekit.testkit.internal.body.MarkupNode.Text;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads storage format strictly, as XML without DTDs and external entities. */
public final class StorageParser {

    private static final String OPEN = "<root xmlns:ac=\"ac\" xmlns:ri=\"ri\" xmlns:at=\"at\" xmlns:fab=\"fab\">";
    private static final String CLOSE = "</root>";
    /** What newer JDKs allow by themselves; the same on all of them. */
    private static final int DEEPEST = 200;

    private StorageParser() {}

    /**
     * Reads a body.
     *
     * @param storage the body in storage format
     * @return an element named {@code root} that holds it
     * @throws IllegalArgumentException if it is not well-formed; the message names line and column
     */
    public static Element parse(String storage) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new StringReader(OPEN + HtmlEntities.toNumbers(storage) + CLOSE));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not well-formed storage format: " + e.getMessage(), e);
        }
    }

    private static Element read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Element> open = new ArrayDeque<>();
        Element last = new Element("root", Map.of(), new ArrayList<>());
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = new Element(name(reader), attributes(reader), new ArrayList<>());
                    if (!open.isEmpty()) {
                        open.peek().children().add(element);
                    }
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw new XMLStreamException("elements are nested too deeply", reader.getLocation());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> last = open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    addText(open, reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("unknown entity " + reader.getLocalName(), reader.getLocation());
                default -> {
                    // Comments and processing instructions are not content.
                }
            }
        }
        return last;
    }

    private static void addText(Deque<Element> open, String text) {
        Element parent = open.peek();
        if (parent != null) {
            parent.children().add(new Text(text));
        }
    }

    private static String name(XMLStreamReader reader) {
        String prefix = reader.getPrefix();
        return prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String local = reader.getAttributeLocalName(i);
            found.put(prefix == null || prefix.isEmpty() ? local : prefix + ":" + local, reader.getAttributeValue(i));
        }
        return found;
    }
}
