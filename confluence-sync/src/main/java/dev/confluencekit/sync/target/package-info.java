/** Where a mirror is kept: the interface that targets implement. */
@NullMarked
package dev.confluencekit.sync.target;

import org.jspecify.annotations.NullMarked;
