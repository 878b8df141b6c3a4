/** Tasks in pages and blog posts. */
@NullMarked
package dev.confluencekit.content.task;

import org.jspecify.annotations.NullMarked;
