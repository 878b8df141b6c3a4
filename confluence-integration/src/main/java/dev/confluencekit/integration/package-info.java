/**
 * One connected Confluence integration: {@link dev.confluencekit.integration.ConfluenceIntegration} brings a site, a
 * credential and the typed clients together, and tells by a
 * {@link dev.confluencekit.integration.connection.ConnectionReport} whether they fit.
 */
@NullMarked
package dev.confluencekit.integration;

import org.jspecify.annotations.NullMarked;
