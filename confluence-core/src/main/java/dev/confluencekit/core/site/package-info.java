/** Where a Confluence is: the address that a person types, and the route that a key takes to it. */
@NullMarked
package dev.confluencekit.core.site;

import org.jspecify.annotations.NullMarked;
