/** What a mirror is a mirror of. */
@NullMarked
package dev.confluencekit.sync.scope;

import org.jspecify.annotations.NullMarked;
