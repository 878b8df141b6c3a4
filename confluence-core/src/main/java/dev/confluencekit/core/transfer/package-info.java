/** What is too large for memory: files on their way to Confluence and from it. */
@NullMarked
package dev.confluencekit.core.transfer;

import org.jspecify.annotations.NullMarked;
