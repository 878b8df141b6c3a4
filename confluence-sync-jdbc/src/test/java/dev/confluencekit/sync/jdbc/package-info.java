/** The JDBC target on H2, SQLite and PostgreSQL. */
@NullMarked
package dev.confluencekit.sync.jdbc;

import org.jspecify.annotations.NullMarked;
