/**
 * The REST operations: routes, parameters, paging and the JSON shapes of Confluence Cloud.
 */
@NullMarked
package dev.confluencekit.testkit.internal.api;

import org.jspecify.annotations.NullMarked;
