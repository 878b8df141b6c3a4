package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.CustomPlace;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes {@code CustomContentBulk} and {@code CustomContentSingle}. */
final class CustomContentJson {

    static final Set<String> OF_LISTS = Set.of("raw", "storage", "atlas_doc_format");
    static final Set<String> OF_ONE =
            Set.of("raw", "storage", "atlas_doc_format", "view", "export_view", "anonymous_export_view");

    private final Backstage backstage;
    private final PageJson pages;
    private final BodyFormats bodies;
    private final PropertyRoutes properties;

    CustomContentJson(Backstage backstage, PageJson pages, BodyFormats bodies, PropertyRoutes properties) {
        this.backstage = backstage;
        this.pages = pages;
        this.bodies = bodies;
        this.properties = properties;
    }

    /** A row of a list. */
    ObjectNode bulk(PageEntry entry, Optional<String> format) {
        return of(entry, entry.latest(), entry.status().wireName(), format);
    }

    ObjectNode of(PageEntry entry, PageVersion version, String status, Optional<String> format) {
        CustomPlace place = place(entry);
        ObjectNode node = backstage.json().object();
        node.put("id", String.valueOf(entry.id()));
        node.put("type", place.type());
        node.put("status", status);
        node.put("title", version.title());
        node.put("spaceId", String.valueOf(entry.spaceId()));
        container(place).ifPresent(within -> node.put(within.kind().idMember(), String.valueOf(within.id())));
        node.put("authorId", entry.authorId());
        node.put("createdAt", Json.timestamp(entry.createdAt()));
        node.set("version", pages.version(version));
        ObjectNode body = node.putObject("body");
        format.ifPresent(asked -> body(entry, version, asked).ifPresent(value -> body.set(asked, value)));
        node.putObject("_links")
                .put(
                        "webui",
                        WebLinks.page(
                                entry, backstage.store().space(entry.spaceId()).orElseThrow()));
        return node;
    }

    /** A body of the app's own cannot be shown otherwise. */
    private Optional<ObjectNode> body(PageEntry entry, PageVersion version, String format) {
        boolean asStored = format.equals("raw");
        if (!asStored && place(entry).raw()) {
            return Optional.empty();
        }
        ObjectNode node = backstage.json().object();
        node.put("representation", format);
        node.put("value", asStored ? version.storage().get() : bodies.render(format, entry, version));
        return Optional.of(node);
    }

    /** {@code CustomContentVersion}. */
    ObjectNode version(PageEntry entry, PageVersion version, Optional<String> format) {
        ObjectNode node = pages.version(version);
        ObjectNode of = node.putObject("custom");
        of.put("title", version.title());
        of.put("id", String.valueOf(entry.id()));
        format.flatMap(asked -> body(entry, version, asked))
                .ifPresent(value -> of.putObject("body").set(format.orElseThrow(), value));
        return node;
    }

    /** {@code ChildCustomContent}. */
    ObjectNode child(PageEntry entry) {
        ObjectNode node = backstage.json().object();
        node.put("id", String.valueOf(entry.id()));
        node.put("status", entry.status().wireName());
        node.put("title", entry.title());
        node.put("type", place(entry).type());
        node.put("spaceId", String.valueOf(entry.spaceId()));
        return node;
    }

    void addIncludes(ObjectNode node, PageEntry entry, Call call) {
        Parameters parameters = call.parameters();
        String self = "/wiki/api/v2/custom-content/" + entry.id();
        if (parameters.flag("include-labels", false)) {
            backstage.includes().add(node, "labels", self + "/labels", entry.labels(), backstage.includes()::label);
        }
        if (parameters.flag("include-properties", false)) {
            properties.include(node, entry.id(), self + "/properties");
        }
        if (parameters.flag("include-operations", false)) {
            backstage
                    .includes()
                    .add(
                            node,
                            "operations",
                            self + "/operations",
                            new Rights(backstage.store()).on(call, entry),
                            right -> backstage.includes().operation(right.operation(), right.targetType()));
        }
        if (parameters.flag("include-versions", false)) {
            List<PageVersion> newestFirst = new ArrayList<>(entry.versions());
            Collections.reverse(newestFirst);
            backstage.includes().add(node, "versions", self + "/versions", newestFirst, pages::version);
        }
        if (!parameters.flag("include-version", true)) {
            node.remove("version");
        }
        // The specification names it but gives its answer no shape; checked, then ignored.
        parameters.flag("include-collaborators", false);
    }

    CustomPlace place(PageEntry entry) {
        return backstage.store().place(entry.id()).orElseThrow();
    }

    private Optional<PageEntry> container(CustomPlace place) {
        return Optional.ofNullable(place.containerId()).flatMap(backstage.store()::page);
    }
}
