/**
 * The floor of ConfluenceKit that talks to the service: {@link dev.confluencekit.core.ConfluenceRuntime} is what many
 * integrations share, {@link dev.confluencekit.core.ConfluenceConnection} is one site under one credential.
 */
@NullMarked
package dev.confluencekit.core;

import org.jspecify.annotations.NullMarked;
