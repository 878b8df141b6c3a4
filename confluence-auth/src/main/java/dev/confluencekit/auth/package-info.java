/**
 * Credentials and where they are kept. A {@link dev.confluencekit.auth.CredentialStore} holds them, an
 * {@link dev.confluencekit.auth.ApiKeyAuthenticator} takes one out for each request, so that a key that was exchanged in
 * the store works at once.
 */
@NullMarked
package dev.confluencekit.auth;

import org.jspecify.annotations.NullMarked;
