/** Storage bodies inside bodies in other languages. */
@NullMarked
package dev.confluencekit.markup.internal.nested;

import org.jspecify.annotations.NullMarked;
