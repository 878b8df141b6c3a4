/** What every target keeps to. */
@NullMarked
package dev.confluencekit.sync.target.contract;

import org.jspecify.annotations.NullMarked;
