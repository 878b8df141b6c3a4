package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.CommentEntry;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.PageVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes the sub-lists of a comment that {@code include-…} parameters ask for. */
final class CommentIncludes {

    private final Backstage backstage;
    private final Community community;
    private final PropertyRoutes properties;
    private final PageJson pages;
    private final Rights rights;

    CommentIncludes(Backstage backstage, Community community, PropertyRoutes properties, PageJson pages) {
        this.backstage = backstage;
        this.community = community;
        this.properties = properties;
        this.pages = pages;
        this.rights = new Rights(backstage.store());
    }

    void add(ObjectNode to, Call call, CommentEntry comment, PageEntry page) {
        Parameters asked = call.parameters();
        Includes includes = backstage.includes();
        String self = "/wiki/api/v2/" + comment.kind().segment() + "/" + comment.id();
        if (asked.flag("include-properties", false)) {
            addProperties(to, comment);
        }
        if (asked.flag("include-operations", false)) {
            includes.add(
                    to,
                    "operations",
                    self + "/operations",
                    rights.onPart(call, "comment", page),
                    right -> includes.operation(right.operation(), right.targetType()));
        }
        if (asked.flag("include-likes", false)) {
            includes.add(
                    to,
                    "likes",
                    self + "/likes/users",
                    community.likes().of(comment.id()),
                    account -> backstage.json().object().put("accountId", account));
        }
        if (asked.flag("include-versions", false)) {
            List<PageVersion> newestFirst = new ArrayList<>(comment.versions());
            Collections.reverse(newestFirst);
            includes.add(to, "versions", self + "/versions", newestFirst, pages::version);
        }
    }

    /** An inline comment has its marker where the others have nothing but this list. */
    private void addProperties(ObjectNode to, CommentEntry comment) {
        ObjectNode before = to.path("properties") instanceof ObjectNode marker ? marker : null;
        properties.include(to, comment.id(), "/wiki/api/v2/comments/" + comment.id() + "/properties");
        if (before != null) {
            to.withObjectProperty("properties").setAll(before);
        }
    }
}
