/** Tests of the ADF reader. */
@NullMarked
package dev.confluencekit.markup.adf;

import org.jspecify.annotations.NullMarked;
