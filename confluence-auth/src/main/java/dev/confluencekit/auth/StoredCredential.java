package dev.confluencekit.auth;

/**
 * A credential as it lies in its store.
 *
 * @param credential the credential
 * @param version counts the changes of this entry, from 1; to be given back when it is replaced
 */
public record StoredCredential(Credential credential, long version) {}
