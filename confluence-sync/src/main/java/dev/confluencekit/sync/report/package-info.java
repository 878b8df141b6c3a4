/** What a mirror tells of its runs. */
@NullMarked
package dev.confluencekit.sync.report;

import org.jspecify.annotations.NullMarked;
