/** What the library says to people: every success and failure has a stable code, a text and a hint, in one bundle. */
@NullMarked
package dev.confluencekit.integration.message;

import org.jspecify.annotations.NullMarked;
