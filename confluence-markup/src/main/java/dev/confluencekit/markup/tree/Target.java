package dev.confluencekit.markup.tree;

/** What a link leads to, or an image shows. */
public sealed interface Target
        permits WebTarget,
                PageTarget,
                BlogPostTarget,
                AttachmentTarget,
                MediaTarget,
                UserTarget,
                SpaceTarget,
                ShortcutTarget,
                ContentTarget,
                ThisPage {}
