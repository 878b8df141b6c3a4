/** Keeps a mirror in a database. */
@NullMarked
package dev.confluencekit.sync.jdbc;

import org.jspecify.annotations.NullMarked;
