/** What a mirror makes of bodies. */
@NullMarked
package dev.confluencekit.sync.render;

import org.jspecify.annotations.NullMarked;
