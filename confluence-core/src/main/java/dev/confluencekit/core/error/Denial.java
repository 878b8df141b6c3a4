package dev.confluencekit.core.error;

/** Why the service did not let a caller in, where the answer says more than its status. */
public enum Denial {
    /** A password was sent where the service takes API tokens only. */
    PASSWORD,
    /** After failed logins the service wants to see a person at a browser; until then it refuses the right key, too. */
    CAPTCHA,
    /**
     * "Current user not permitted to use Confluence": the account has no licence for Confluence, the key is an organisation
     * API key, or the service took the caller for nobody.
     */
    NOT_A_USER
}
