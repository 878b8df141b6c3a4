/** The signed addresses at which files are given out: made by the site, honoured by the media host. */
@NullMarked
package dev.confluencekit.testkit.internal.signing;

import org.jspecify.annotations.NullMarked;
