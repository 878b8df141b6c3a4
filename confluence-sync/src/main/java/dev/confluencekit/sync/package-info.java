/**
 * Mirrors spaces of Confluence into a target and keeps the mirror true, at the cost of what changed.
 *
 * <p>{@link dev.confluencekit.sync.Mirror} runs; a {@link dev.confluencekit.sync.target.MirrorTarget} keeps. Each item arrives
 * at least once and is stored once, by its id and version. Nothing is forgotten on the word of a single answer.
 */
@NullMarked
package dev.confluencekit.sync;

import org.jspecify.annotations.NullMarked;
