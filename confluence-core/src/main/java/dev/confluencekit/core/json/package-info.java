/** JSON behind a type of our own, so that no JSON library shows in the API. */
@NullMarked
package dev.confluencekit.core.json;

import org.jspecify.annotations.NullMarked;
