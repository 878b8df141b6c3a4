package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.FileVersion;
import dev.confluencekit.testkit.internal.site.Labels;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes the sub-lists of an attachment that {@code include-…} parameters ask for. */
final class AttachmentIncludes {

    private final Backstage backstage;
    private final Labels labels;
    private final PropertyRoutes properties;
    private final Rights rights;

    AttachmentIncludes(Backstage backstage, Labels labels, PropertyRoutes properties) {
        this.backstage = backstage;
        this.labels = labels;
        this.properties = properties;
        this.rights = new Rights(backstage.store());
    }

    void add(ObjectNode to, Call call, AttachmentEntry entry, PageEntry on, AttachmentJson shapes) {
        Parameters asked = call.parameters();
        Includes includes = backstage.includes();
        String self = "/wiki/api/v2/attachments/" + entry.wireId();
        if (asked.flag("include-labels", false)) {
            includes.add(to, "labels", self + "/labels", labels.of(entry.id()), includes::label);
        }
        if (asked.flag("include-properties", false)) {
            properties.include(to, entry.id(), self + "/properties");
        }
        if (asked.flag("include-operations", false)) {
            includes.add(
                    to,
                    "operations",
                    self + "/operations",
                    rights.onPart(call, "attachment", on),
                    right -> includes.operation(right.operation(), right.targetType()));
        }
        if (asked.flag("include-versions", false)) {
            List<FileVersion> newestFirst = new ArrayList<>(entry.versions());
            Collections.reverse(newestFirst);
            includes.add(to, "versions", self + "/versions", newestFirst, shapes::version);
        }
    }
}
