/** Search by Confluence Query Language. */
@NullMarked
package dev.confluencekit.content.search;

import org.jspecify.annotations.NullMarked;
