/** The media host: signed addresses, and the server that answers them. */
@NullMarked
package dev.confluencekit.testkit.internal.media;

import org.jspecify.annotations.NullMarked;
