@NullMarked
package dev.confluencekit.markup.site;

import org.jspecify.annotations.NullMarked;
