package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes {@code PageBulk} and {@code PageSingle}, with the members and nulls that the service sends. */
final class PageJson {

    private final Json json;
    private final ContentStore store;
    private final BodyFormats bodies;

    PageJson(Json json, ContentStore store, BodyFormats bodies) {
        this.json = json;
        this.store = store;
        this.bodies = bodies;
    }

    /** A row of a list; it has the subtype, which a single page lacks. */
    ObjectNode bulk(PageEntry page, Optional<String> bodyFormat) {
        ObjectNode node = common(page, page.latest(), page.status().wireName(), bodyFormat);
        if (page.kind() == ContentKind.PAGE) {
            node.put("subtype", page.live() ? "live" : null);
        }
        node.set("version", version(page.latest()));
        node.set("_links", links(page));
        return node;
    }

    ObjectNode single(
            PageEntry page, PageVersion version, String status, Optional<String> bodyFormat, boolean withVersion) {
        ObjectNode node = common(page, version, status, bodyFormat);
        if (withVersion) {
            node.set("version", version(version));
        }
        return node;
    }

    private ObjectNode common(PageEntry page, PageVersion version, String status, Optional<String> bodyFormat) {
        ObjectNode node = json.object();
        Long parent = page.parentId();
        node.put("id", String.valueOf(page.id()));
        node.put("status", status);
        node.put("title", version.title());
        node.put("spaceId", String.valueOf(page.spaceId()));
        if (page.kind() == ContentKind.PAGE) {
            node.put("parentId", parent == null ? null : parent.toString());
            node.put("parentType", typeOf(parent).orElse(null));
            node.put("position", page.position());
        }
        node.put("authorId", page.authorId());
        if (page.kind() == ContentKind.PAGE) {
            node.put("ownerId", page.authorId());
            node.putNull("lastOwnerId");
        }
        node.put("createdAt", Json.timestamp(page.createdAt()));
        ObjectNode body = node.putObject("body");
        bodyFormat.ifPresent(format -> {
            ObjectNode representation = body.putObject(format);
            representation.put("representation", format);
            representation.put("value", bodies.render(format, page, version));
        });
        return node;
    }

    /** The type of what is above content. */
    Optional<String> typeOf(@Nullable Long parent) {
        return parent == null
                ? Optional.empty()
                : store.page(parent).map(above -> above.kind().wireName());
    }

    ObjectNode version(PageVersion version) {
        ObjectNode node = json.object();
        node.put("number", version.number());
        node.put("message", version.message());
        node.put("minorEdit", version.minorEdit());
        node.put("authorId", version.authorId());
        node.put("createdAt", Json.timestamp(version.createdAt()));
        return node;
    }

    ObjectNode links(PageEntry page) {
        SpaceEntry space = store.space(page.spaceId()).orElseThrow();
        ObjectNode links = json.object();
        links.put("editui", WebLinks.edit(page));
        links.put("webui", WebLinks.page(page, space));
        links.put("edituiv2", WebLinks.editV2(page, space));
        links.put("tinyui", WebLinks.tiny(page));
        return links;
    }
}
