package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.internal.body.MarkupNode;
import dev.confluencekit.testkit.internal.body.References;
import dev.confluencekit.testkit.internal.body.StorageParser;
import dev.confluencekit.testkit.internal.body.StorageToAdf;
import dev.confluencekit.testkit.internal.body.StorageToHtml;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows a page body in the representation asked for. Pages hold storage format; the rest is computed.
 * The four rendered forms differ in the service by their styling only, here not at all.
 */
final class BodyFormats {

    static final Set<String> OF_LISTS = Set.of("storage", "atlas_doc_format");
    static final Set<String> OF_ONE = Set.of(
            "storage", "atlas_doc_format", "view", "export_view", "anonymous_export_view", "styled_view", "editor");

    private final ContentStore store;
    private final List<Person> people;
    private final URI siteBase;
    private final Errors errors;

    BodyFormats(ContentStore store, List<Person> people, URI siteBase, Errors errors) {
        this.errors = errors;
        this.store = store;
        this.people = people;
        this.siteBase = siteBase;
    }

    String render(String format, PageEntry page, PageVersion version) {
        String storage = version.storage().get();
        if (format.equals("storage")) {
            return storage;
        }
        // Tests may store what is no storage format; it can be read back, but not shown otherwise.
        try {
            return render(format, storage, page.spaceId(), page.id());
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(errors.v2(500, "INTERNAL_SERVER_ERROR", "Page " + page.id() + ": " + e.getMessage()));
        }
    }

    /**
     * Shows a body as if it stood in a space or in content.
     *
     * @throws IllegalArgumentException if it is no storage format
     */
    String render(String format, String storage, @Nullable Long spaceId, @Nullable Long contentId) {
        References references = new SiteReferences(spaceId, contentId);
        MarkupNode.Element body = StorageParser.parse(storage);
        return switch (format) {
            case "storage" -> storage;
            case "atlas_doc_format" -> new StorageToAdf(references).convert(body);
            default -> new StorageToHtml(references).convert(body);
        };
    }

    /** Finds what the links of one page point at, or of a body that stands nowhere. */
    private final class SiteReferences implements References {

        private final @Nullable Long spaceId;
        private final @Nullable Long contentId;

        private SiteReferences(@Nullable Long spaceId, @Nullable Long contentId) {
            this.spaceId = spaceId;
            this.contentId = contentId;
        }

        @Override
        public Optional<String> page(Optional<String> spaceKey, String title) {
            Optional<SpaceEntry> space = spaceKey.isEmpty()
                    ? Optional.ofNullable(spaceId).flatMap(store::space)
                    : store.spaces().stream()
                            .filter(one -> one.key().equals(spaceKey.get()))
                            .findFirst();
            return space.flatMap(
                    home -> store.pageTitled(home.id(), title).map(page -> siteBase + WebLinks.page(page, home)));
        }

        @Override
        public String attachment(String fileName) {
            return contentId == null
                    ? ""
                    : siteBase + "/download/attachments/" + contentId + "/" + Query.encode(fileName);
        }

        @Override
        public Optional<String> person(String accountId) {
            return people.stream()
                    .filter(person -> person.accountId().equals(accountId))
                    .map(Person::displayName)
                    .findFirst();
        }
    }
}
