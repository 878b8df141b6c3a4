package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.error.MalformedStorageException;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.Document;

/**
 * Writes bodies in storage format. They are always well-formed: texts are escaped, what XML cannot have is left out, and the whole is
 * checked as strictly as Confluence does before it leaves. Immutable, safe for many threads.
 */
public final class StorageWriter {
    private StorageWriter() {}

    /** Makes a writer. */
    public static StorageWriter create() {
        return new StorageWriter();
    }

    /**
     * Writes a document.
     *
     * @param document from whatever source
     * @return the body, and what storage format has no words for
     * @throws MalformedStorageException never, unless there is a fault in this class
     */
    public Conversion<String> write(Document document) {
        Trail trail = new Trail();
        Xml xml = new Xml();
        new StorageBlocks(xml, new TaskIds(document), trail).write(document.blocks());
        if (xml.hasDropped()) {
            trail.found(
                    FindingKind.SIMPLIFIED,
                    "characters",
                    "Control characters that XML cannot have were left out of the body.");
        }
        String body = xml.toString();
        StorageChecker.check(body);
        return new Conversion<>(body, trail.report().and(EditorLimits.met(document)));
    }
}
