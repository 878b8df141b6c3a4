/**
 * A small HTTP/1.1 server on sockets that can also misbehave on request: cut, dribble and drop.
 */
@NullMarked
package dev.confluencekit.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
