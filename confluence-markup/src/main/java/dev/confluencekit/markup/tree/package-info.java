/**
 * One tree for the bodies of pages, whatever they were written in.
 *
 * <p>A {@link dev.confluencekit.markup.tree.Document} holds {@link dev.confluencekit.markup.tree.Block}s, blocks hold blocks or
 * {@link dev.confluencekit.markup.tree.Inline}s. All nodes are records: immutable, equal by content, safe to share between
 * threads. What a source says that no node has a component for is kept in
 * {@link dev.confluencekit.markup.tree.Attributes}, so that a body can be written back.
 *
 * <p>To look at every node of a tree, whatever its depth, use {@link dev.confluencekit.markup.tree.Document#walk} or
 * {@link dev.confluencekit.markup.tree.Document#nodes}; to answer something for each kind of node, use
 * {@link dev.confluencekit.markup.tree.BlockVisitor} and {@link dev.confluencekit.markup.tree.InlineVisitor}, which do not compile
 * any more when a kind is added and not thought of.
 */
@NullMarked
package dev.confluencekit.markup.tree;

import org.jspecify.annotations.NullMarked;
