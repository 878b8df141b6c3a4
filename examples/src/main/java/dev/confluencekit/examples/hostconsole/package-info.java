/** A small web page with which an admin adds, tests, edits and deletes integrations; to be read by host developers. */
@NullMarked
package dev.confluencekit.examples.hostconsole;

import org.jspecify.annotations.NullMarked;
