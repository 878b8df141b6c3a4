/** Pages: the client, what it answers, what it is asked. */
@NullMarked
package dev.confluencekit.content.page;

import org.jspecify.annotations.NullMarked;
