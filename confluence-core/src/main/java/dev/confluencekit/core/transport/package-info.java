/**
 * The port through which requests leave the library: a request in, a whole response out. The JDK's HTTP client is
 * its adapter ({@link dev.confluencekit.core.transport.JdkTransport}).
 */
@NullMarked
package dev.confluencekit.core.transport;

import org.jspecify.annotations.NullMarked;
