/** A credential store on a database, as a pattern for one on whatever a host has. */
@NullMarked
package dev.confluencekit.examples.jdbcstore;

import org.jspecify.annotations.NullMarked;
