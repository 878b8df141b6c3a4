/** Attachments: files on pages and blog posts, uploaded, listed, downloaded, versioned and deleted. */
@NullMarked
package dev.confluencekit.content.attachment;

import org.jspecify.annotations.NullMarked;
