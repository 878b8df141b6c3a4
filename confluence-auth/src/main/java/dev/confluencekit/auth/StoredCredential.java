package dev.confluencekit.auth;

/**
 * A credential as it lies in its store.
 *
 * @param credential the credential
 * @param version grows with each change under this id and is greater than {@link CredentialStore#NONE}; to be given back when
 *     the entry is replaced
 */
public record StoredCredential(Credential credential, long version) {}
