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
    /** The key was refused, and its end, as stated or as reckoned from its day of issue, has passed. */
    KEY_EXPIRED,
    /** The key was refused after it had been accepted before: revoked or expired since. */
    KEY_REVOKED,
    /** A password was given where an API token is wanted. */
    PASSWORD_NOT_ACCEPTED,
    /** After failed logins the service wants a person to log in with a browser before it takes any key. */
    CAPTCHA,
    /** The service took the key for nobody's and answered as to the public. */
    KEY_IGNORED,
    /** The key belongs to an account that is no more. */
    ACCOUNT_GONE,
    /** The key is good but lacks a scope. */
    SCOPE_MISSING,
    /** The account may not use Confluence: no licence, or the key is an organisation API key, or not good any more. */
    NOT_PERMITTED,
    /** The host's name is not known. */
    UNKNOWN_HOST,
    /** Nobody listens at the address, or a proxy cannot reach it. */
    CONNECTION_REFUSED,
    /** No connection could be made in time. */
    CONNECT_TIMEOUT,
    /** No trustworthy TLS connection could be made. */
    TLS_FAILED,
    /** The connection was lost before the TLS handshake was finished. */
    HANDSHAKE_LOST,
    /** The proxy on the way makes no connection to the site. */
    PROXY_REFUSED,
    /** The site refused the key, and the gateway, where keys with scopes are taken, could not be reached. */
    GATEWAY_UNREACHABLE,
    /** The site asks its callers to wait. */
    RATE_LIMITED,
    /** The service has a fault, as a rule a passing one. */
    SERVICE_FAILED,
    /** No answer came in time. */
    TIMED_OUT,
    /** The connection was lost before the answer was complete. */
    CONNECTION_LOST,
    /** So many calls wait for this site that the test was not made. */
    TOO_BUSY,
    /** The question for the account was redirected, as to a login page. */
    REDIRECTED,
    /** Something answered that does not speak as Confluence does, such as a login page, a proxy or a firewall. */
    UNEXPECTED_ANSWER,
    /** A 403 that does not say whom or what it refuses. */
    FORBIDDEN,
    /** The key is accepted, but whether it may read spaces was not answered. */
    SPACES_NOT_READ,
    /** The answers prove neither that the key is good nor that it is not, for another reason than those above. */
    COULD_NOT_TELL,

    // The life of an integration.

    /** An integration was added. */
    INTEGRATION_ADDED,
    /** A key was exchanged. */
    KEY_UPDATED,
    /** The service refused the key of an integration, in a call or a test. */
    KEY_REFUSED_IN_USE,
    /** An integration was given another name. */
    INTEGRATION_RENAMED,
    /** An integration was removed, and its key with it. */
    INTEGRATION_REMOVED,
    /** A key ends soon, as stated. */
    KEY_EXPIRING,
    /** A key ends soon at the latest, reckoned from its day of issue. */
    KEY_EXPIRING_AT_THE_LATEST,
    /** A key has ended, by what is known of it. */
    KEY_PAST_ITS_END,
    /** What was typed cannot be used. */
    INVALID_FIELDS,
    /** A field that is needed is empty. */
    FIELD_MISSING,
    /** What was typed into a field cannot be used. */
    FIELD_INVALID,
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
