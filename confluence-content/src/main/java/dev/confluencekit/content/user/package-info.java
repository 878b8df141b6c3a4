/** People: the client and what it answers. */
@NullMarked
package dev.confluencekit.content.user;

import org.jspecify.annotations.NullMarked;
