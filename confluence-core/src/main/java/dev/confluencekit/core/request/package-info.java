/** What the clients ask for: a method, a path, parameters, a body; and how a single call may differ from the rest. */
@NullMarked
package dev.confluencekit.core.request;

import org.jspecify.annotations.NullMarked;
