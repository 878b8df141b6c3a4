package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The addresses that people open, relative to the base of the site. */
final class WebLinks {

    private WebLinks() {}

    static String space(SpaceEntry space) {
        return "/spaces/" + space.key();
    }

    static String page(PageEntry page, SpaceEntry space) {
        if (page.kind().isTreeNode()) {
            return space(space) + "/" + page.kind().wireName() + "/" + page.id();
        }
        if (space.homepageId() != null && space.homepageId() == page.id()) {
            return space(space) + "/overview";
        }
        if (page.kind() == ContentKind.CUSTOM) {
            return space(space) + "/custom-content/" + page.id();
        }
        return space(space) + "/pages/" + page.id() + "/" + URLEncoder.encode(page.title(), StandardCharsets.UTF_8);
    }

    static String edit(PageEntry page) {
        return "/pages/resumedraft.action?draftId=" + page.id();
    }

    static String editV2(PageEntry page, SpaceEntry space) {
        return space(space) + "/pages/edit-v2/" + page.id();
    }

    /** The id in little-endian Base64, its trailing zeros cut; 98581 gives {@code /x/FYEB}. */
    static String tiny(PageEntry page) {
        byte[] id = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(page.id())
                .array();
        String text = Base64.getEncoder()
                .withoutPadding()
                .encodeToString(id)
                .replace('/', '-')
                .replace('+', '_');
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 'A') {
            end--;
        }
        return "/x/" + text.substring(0, end);
    }
}
