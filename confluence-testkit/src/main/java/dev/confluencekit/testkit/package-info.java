/**
 * A Confluence Cloud that lives in memory and answers over real HTTP, for tests.
 *
 * <p>Start with {@link dev.confluencekit.testkit.ConfluenceSimulator}: fill it from a
 * {@link dev.confluencekit.testkit.KnowledgeBase} or page by page, point the client under test at its
 * address, and change content, keys, limits and failures while the test runs. The read side is HTTP
 * and follows Atlassian's published specification and the behaviour seen on real sites; the write
 * side is these Java types.
 */
@NullMarked
package dev.confluencekit.testkit;

import org.jspecify.annotations.NullMarked;
