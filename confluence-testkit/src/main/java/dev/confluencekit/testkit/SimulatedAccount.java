package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.access.Account;
import java.util.Set;

/** A handle on an account of the simulated site. Safe for use by many threads. */
public final class SimulatedAccount {

    private final Account account;

    SimulatedAccount(Account account) {
        this.account = account;
    }

    /**
     * Gives the user name.
     *
     * @return the email address
     */
    public String email() {
        return account.person().email();
    }

    /**
     * Gives the Atlassian account id.
     *
     * @return the account id
     */
    public String accountId() {
        return account.person().accountId();
    }

    /**
     * Gives the full name.
     *
     * @return the display name
     */
    public String displayName() {
        return account.person().displayName();
    }

    /**
     * Issues a classic key: it works at the site and through the gateway, with all of the account's
     * permissions.
     *
     * @return a new key with a generated secret
     */
    public ApiKey issueKey() {
        return new ApiKey(account.issue(null, null));
    }

    /**
     * Issues a classic key with a chosen text.
     *
     * @param secret the key
     * @return a new key
     * @throws IllegalArgumentException if the secret is empty
     */
    public ApiKey issueKey(String secret) {
        return new ApiKey(account.issue(secret, null));
    }

    /**
     * Issues a scoped key: it works through the gateway only, within its scopes.
     *
     * @param scopes scope names such as {@link ApiKey#READ_PAGE}
     * @return a new key with a generated secret
     */
    public ApiKey issueScopedKey(String... scopes) {
        return new ApiKey(account.issue(null, Set.of(scopes)));
    }

    /**
     * Gives or takes the Confluence licence; without it every call answers 403 "Current user not
     * permitted to use Confluence".
     *
     * @param licensed whether the account may use Confluence; true at first
     * @return this handle
     */
    public SimulatedAccount licensed(boolean licensed) {
        account.setLicensed(licensed);
        return this;
    }

    /**
     * Hides the address, as a privacy setting does: {@code user/current} then shows an empty one.
     *
     * @param hidden whether it is hidden; false at first
     * @return this handle
     */
    public SimulatedAccount emailHidden(boolean hidden) {
        account.setEmailHidden(hidden);
        return this;
    }

    /**
     * Makes the account a site administrator, which {@code user/current?expand=operations} shows.
     *
     * @param administrator whether it is one; false at first
     * @return this handle
     */
    public SimulatedAccount administrator(boolean administrator) {
        account.setAdministrator(administrator);
        return this;
    }

    @Override
    public String toString() {
        return "SimulatedAccount[" + email() + "]";
    }
}
