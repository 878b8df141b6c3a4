/**
 * Who is asking: accounts, their API keys, and what a request's credentials are worth on which route.
 */
@NullMarked
package dev.confluencekit.testkit.internal.access;

import org.jspecify.annotations.NullMarked;
