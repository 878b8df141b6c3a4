/** What a test of a connection finds out: its checks, in order, and the verdict that they come to. */
@NullMarked
package dev.confluencekit.integration.connection;

import org.jspecify.annotations.NullMarked;
