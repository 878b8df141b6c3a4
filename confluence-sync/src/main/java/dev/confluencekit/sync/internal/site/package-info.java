/** What a mirror reads of a site, pages and blog posts alike. */
@NullMarked
package dev.confluencekit.sync.internal.site;

import org.jspecify.annotations.NullMarked;
