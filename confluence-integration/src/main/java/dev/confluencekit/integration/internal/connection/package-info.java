/** How a connection is tested: what is asked, and what the answers prove. */
@NullMarked
package dev.confluencekit.integration.internal.connection;

import org.jspecify.annotations.NullMarked;
