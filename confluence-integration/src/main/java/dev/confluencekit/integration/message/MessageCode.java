package dev.confluencekit.integration.message;

import java.util.Locale;

/**
 * What a message is about. Codes do not change their meaning; new ones may come, so a program should have an answer for
 * those that it does not know.
 */
public enum MessageCode {
    // Connections.

    /** The connection holds in every respect. */
    CONNECTED,
    /** The connection holds; something deserves attention. */
    CONNECTED_WITH_WARNINGS,
    /** No Confluence Cloud lives at the address. */
    NOT_CONFLUENCE,
    /** A Confluence Data Center lives at the address, which is not supported yet. */
    DATA_CENTER,
    /** There is no credential, or its store cannot give it. */
    NO_CREDENTIAL,
    /** The key was refused: wrong, expired or revoked; the answer does not tell which. */
    KEY_REFUSED,
    /** The key was refused, and its stated end has passed. */
    KEY_EXPIRED,
    /** The key was refused after it had been accepted before: revoked or expired since. */
    KEY_REVOKED,
    /** The service took the key for nobody's and answered as to the public. */
    KEY_IGNORED,
    /** The key is good but lacks a scope. */
    SCOPE_MISSING,
    /** The answers prove neither that the key is good nor that it is not. */
    COULD_NOT_TELL,

    // The life of an integration.

    /** An integration was added. */
    INTEGRATION_ADDED,
    /** A key was exchanged. */
    KEY_UPDATED,
    /** An integration was given another name. */
    INTEGRATION_RENAMED,
    /** An integration was removed, and its key with it. */
    INTEGRATION_REMOVED,
    /** A key ends soon, as stated. */
    KEY_EXPIRING,
    /** A key ends soon at the latest, reckoned from its day of issue. */
    KEY_EXPIRING_AT_THE_LATEST,
    /** What was typed cannot be used. */
    INVALID_FIELDS,
    /** The same account on the same site has an integration already. */
    DUPLICATE_INTEGRATION,
    /** There is no such integration. */
    NO_SUCH_INTEGRATION,
    /** The new key belongs to another account. */
    ANOTHER_ACCOUNT,
    /** Integrations or credentials could not be read or written. */
    STORE_FAILED;

    /**
     * The code in the form in which it stands in bundles, logs and documents.
     *
     * @return for example {@code key-refused}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
