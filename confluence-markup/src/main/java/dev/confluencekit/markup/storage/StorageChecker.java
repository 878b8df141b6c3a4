package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.error.MalformedStorageException;
import java.io.Reader;
import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Checks that a body in storage format is well-formed, as strictly as Confluence does when it is published. Nothing is loaded:
 * no DTD, no entity. Immutable, safe for many threads.
 */
public final class StorageChecker {
    private static final String ROOT = "<body>";
    private static final int CONTEXT = 40;

    private StorageChecker() {}

    /**
     * Checks a body.
     *
     * @param body in storage format
     * @throws MalformedStorageException if Confluence would refuse it; says where
     */
    public static void check(String body) {
        // Around the body is an element, in which a document type is an error.
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(wrapped(body));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamReader.END_ELEMENT && --depth == 0) {
                    onlyEnd(reader, body);
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(body, e);
        }
    }

    /** What closes the element around the body ends it too early. */
    private static void onlyEnd(XMLStreamReader reader, String body) {
        int offset = reader.getLocation().getCharacterOffset();
        if (offset >= 0 && offset < body.length() + ROOT.length()) {
            throw malformed(body, "An element is closed that was not opened.", Math.max(0, offset - ROOT.length()));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // The prefixes of storage bodies are declared nowhere.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // Newer JDKs refuse what is nested more than 100 deep; Confluence does not, and what is written is bounded by
        // the tree.
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        factory.setProperty("jdk.xml.elementAttributeLimit", 0);
        return factory;
    }

    private static Reader wrapped(String body) {
        return new StringReader(ROOT + body + "</body>");
    }

    private static MalformedStorageException malformed(String body, XMLStreamException e) {
        Location location = e.getLocation();
        String message = e.getMessage() == null ? "" : e.getMessage();
        int said = message.indexOf("Message: ");
        String problem = said < 0 ? message : message.substring(said + "Message: ".length());
        int offset = location == null ? 0 : location.getCharacterOffset() - ROOT.length();
        return malformed(body, problem, Math.max(0, Math.min(offset, body.length())));
    }

    private static MalformedStorageException malformed(String body, String problem, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (body.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        String context = body.substring(Math.max(0, offset - CONTEXT), Math.min(body.length(), offset + CONTEXT / 2))
                .replace('\n', ' ');
        return new MalformedStorageException(problem, line, offset - start + 1, context);
    }
}
