/** The first thing to run: brings a knowledge base from Confluence to a directory. */
@NullMarked
package dev.confluencekit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
