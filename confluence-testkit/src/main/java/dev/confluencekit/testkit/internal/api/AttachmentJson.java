package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.FileVersion;
import dev.confluencekit.testkit.internal.site.PageEntry;

/** Writes attachments as both versions of the interface do. */
final class AttachmentJson {

    private final Backstage backstage;

    AttachmentJson(Backstage backstage) {
        this.backstage = backstage;
    }

    /** {@code AttachmentBulk}, which {@code AttachmentSingle} is too unless more is asked for. */
    ObjectNode v2(AttachmentEntry entry, FileVersion shown, PageEntry owner) {
        boolean present = shown.number() == entry.latest().number();
        ObjectNode node = backstage.json().object();
        node.put("id", entry.wireId());
        node.put("status", entry.trashed() ? "trashed" : present ? "current" : "historical");
        node.put("title", entry.title());
        node.put("createdAt", Json.timestamp(entry.versions().get(0).createdAt()));
        node.put(owner.kind().idMember(), String.valueOf(owner.id()));
        node.put("mediaType", entry.mediaType());
        node.put("mediaTypeDescription", "File");
        node.put("comment", shown.comment());
        node.put("fileId", entry.fileId());
        node.put("fileSize", (long) shown.content().length);
        node.put("webuiLink", webui(entry));
        node.put("downloadLink", download(entry, shown));
        node.set("version", version(shown));
        links(node, entry, shown);
        return node;
    }

    ObjectNode version(FileVersion shown) {
        ObjectNode node = backstage.json().object();
        node.put("number", shown.number());
        node.put("message", shown.comment());
        node.put("minorEdit", shown.minorEdit());
        node.put("authorId", shown.authorId());
        node.put("createdAt", Json.timestamp(shown.createdAt()));
        return node;
    }

    /** {@code Content} of version 1. */
    ObjectNode v1(AttachmentEntry entry) {
        FileVersion shown = entry.latest();
        ObjectNode node = backstage.json().object();
        node.put("id", entry.wireId());
        node.put("type", "attachment");
        node.put("status", "current");
        node.put("title", entry.title());
        ObjectNode version = node.putObject("version");
        version.put("when", Json.timestamp(shown.createdAt()));
        version.put("friendlyWhen", "just a moment ago");
        version.put("message", shown.comment());
        version.put("number", shown.number());
        version.put("minorEdit", shown.minorEdit());
        version.put("contentTypeModified", false);
        ObjectNode file = node.putObject("extensions");
        file.put("mediaType", entry.mediaType());
        file.put("fileSize", (long) shown.content().length);
        file.put("comment", shown.comment());
        file.put("mediaTypeDescription", "File");
        file.put("fileId", entry.fileId());
        node.putObject("_expandable").put("container", "/rest/api/content/" + entry.ownerId());
        links(node, entry, shown).put("self", backstage.siteBase() + "/rest/api/content/" + entry.wireId());
        return node;
    }

    private static ObjectNode links(ObjectNode node, AttachmentEntry entry, FileVersion shown) {
        return node.putObject("_links").put("webui", webui(entry)).put("download", download(entry, shown));
    }

    private static String webui(AttachmentEntry entry) {
        return "/pages/viewpageattachments.action?pageId=" + entry.ownerId() + "&preview=%2F" + entry.ownerId() + "%2F"
                + entry.id();
    }

    private static String download(AttachmentEntry entry, FileVersion shown) {
        return "/download/attachments/" + entry.ownerId() + "/" + Query.encode(entry.title()) + "?version="
                + shown.number() + "&modificationDate=" + shown.createdAt().toEpochMilli() + "&api=v2";
    }
}
