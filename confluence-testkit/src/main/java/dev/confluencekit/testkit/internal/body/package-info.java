/**
 * Page bodies: reading storage format, and showing it as Atlassian Document Format or HTML.
 */
@NullMarked
package dev.confluencekit.testkit.internal.body;

import org.jspecify.annotations.NullMarked;
