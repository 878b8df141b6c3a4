/** Groups of users. */
@NullMarked
package dev.confluencekit.content.group;

import org.jspecify.annotations.NullMarked;
