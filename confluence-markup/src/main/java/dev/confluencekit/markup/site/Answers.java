package dev.confluencekit.markup.site;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.attachment.Attachment;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.markup.tree.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a site has said of what some bodies name. */
final class Answers {
    private final Book<String, Space> spaces = new Book<>();
    private final Book<Title, Found> titles = new Book<>();
    private final Book<String, Found> contents = new Book<>();
    private final Book<ContentOwner, List<Attachment>> files = new Book<>();
    private final Book<String, String> people = new Book<>();
    private final Book<ContentOwner, Document> documents = new Book<>();
    private final Map<SpaceId, String> keys = new HashMap<>();

    /** By their keys. */
    Book<String, Space> spaces() {
        return spaces;
    }

    Book<Title, Found> titles() {
        return titles;
    }

    /** Pages and blog posts by their ids. */
    Book<String, Found> contents() {
        return contents;
    }

    /** The files of pages and blog posts. */
    Book<ContentOwner, List<Attachment>> files() {
        return files;
    }

    /** The names of accounts by their ids. */
    Book<String, String> people() {
        return people;
    }

    /** The bodies of pages and blog posts that are included. */
    Book<ContentOwner, Document> documents() {
        return documents;
    }

    Optional<String> keyOf(SpaceId space) {
        return Optional.ofNullable(keys.get(space));
    }

    void learnKey(SpaceId space, String key) {
        keys.put(space, key);
    }

    boolean isWanting() {
        return books().anyMatch(Book::isWanting);
    }

    void close() {
        books().forEach(Book::close);
    }

    private Stream<Book<?, ?>> books() {
        return Stream.of(spaces, titles, contents, files, people, documents);
    }
}
