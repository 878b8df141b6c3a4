package dev.confluencekit.content.page;

/** What comes along when a page is copied, besides title and body. */
public enum CopyPart {
    /** Attachments. */
    ATTACHMENTS("copyAttachments"),
    /** Restrictions. */
    PERMISSIONS("copyPermissions"),
    /** Content properties. */
    PROPERTIES("copyProperties"),
    /** Labels. */
    LABELS("copyLabels"),
    /** Custom content of apps. */
    CUSTOM_CONTENTS("copyCustomContents");

    private final String member;

    CopyPart(String member) {
        this.member = member;
    }

    String member() {
        return member;
    }
}
