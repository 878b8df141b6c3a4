/** What the tests of the core are made with: servers that misbehave on purpose, time that is moved by hand. */
@NullMarked
package dev.confluencekit.core.testing;

import org.jspecify.annotations.NullMarked;
