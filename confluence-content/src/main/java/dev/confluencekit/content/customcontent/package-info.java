/** Content of the types that apps bring along. */
@NullMarked
package dev.confluencekit.content.customcontent;

import org.jspecify.annotations.NullMarked;
