package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;

/** Writes content as version 1 does: without any of the members that an {@code expand} brings along. */
final class V1Content {

    private V1Content() {}

    static ObjectNode of(Backstage backstage, PageEntry page) {
        SpaceEntry space = backstage.store().space(page.spaceId()).orElseThrow();
        ObjectNode node = backstage.json().object();
        node.put("id", String.valueOf(page.id()));
        node.put("type", page.kind().wireName());
        node.put("status", page.status().wireName());
        node.put("title", page.title());
        node.putObject("_expandable").put("body", "").put("version", "").put("ancestors", "");
        ObjectNode links = node.putObject("_links");
        links.put("self", backstage.siteBase() + "/rest/api/content/" + page.id());
        links.put("tinyui", WebLinks.tiny(page));
        links.put("webui", WebLinks.page(page, space));
        return node;
    }
}
