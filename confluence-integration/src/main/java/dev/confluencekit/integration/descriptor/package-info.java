/** The form for an integration, as data: a host draws its own screen from it. */
@NullMarked
package dev.confluencekit.integration.descriptor;

import org.jspecify.annotations.NullMarked;
