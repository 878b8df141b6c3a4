package dev.confluencekit.markup.site;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.markup.tree.Document;

/**
 * A body and where at the site it stands, which tells what titles and files it names.
 *
 * @param owner the page, blog post or custom content that has the files which the body names; for a comment what it is on
 * @param space the space, whose pages are named by their titles alone
 * @param document the body
 */
public record SiteBody(ContentOwner owner, SpaceId space, Document document) {}
