/**
 * What the simulated site holds: spaces, pages and their versions, in memory, with the orders in which lists show them.
 */
@NullMarked
package dev.confluencekit.testkit.internal.site;

import org.jspecify.annotations.NullMarked;
