package dev.confluencekit.testkit.internal.access;

import dev.confluencekit.testkit.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An account with its keys and flags. */
public final class Account {

    private final Person person;
    private final Supplier<String> secrets;
    private final List<Key> keys = new CopyOnWriteArrayList<>();
    private volatile boolean licensed = true;
    private volatile boolean emailHidden;
    private volatile boolean administrator;

    Account(Person person, Supplier<String> secrets) {
        this.person = person;
        this.secrets = secrets;
    }

    /**
     * Gives who it is.
     *
     * @return the person
     */
    public Person person() {
        return person;
    }

    /**
     * Issues a key.
     *
     * @param secret its text, or null to have one made
     * @param scopes its scopes, or null for an unscoped key
     * @return the key
     */
    public Key issue(@Nullable String secret, @Nullable Set<String> scopes) {
        if (secret != null && secret.isEmpty()) {
            throw new IllegalArgumentException("a key is not empty");
        }
        Key key = new Key(secret == null ? secrets.get() : secret, scopes);
        keys.add(key);
        return key;
    }

    Optional<Key> keyWith(String secret) {
        return keys.stream().filter(key -> key.secret().equals(secret)).findFirst();
    }

    /**
     * Tells whether the account may use Confluence.
     *
     * @return true if it has a licence
     */
    public boolean licensed() {
        return licensed;
    }

    /**
     * Gives or takes the licence.
     *
     * @param value whether the account has one
     */
    public void setLicensed(boolean value) {
        licensed = value;
    }

    /**
     * Tells whether the address is private.
     *
     * @return true if answers leave it empty
     */
    public boolean emailHidden() {
        return emailHidden;
    }

    /**
     * Sets whether the address is private.
     *
     * @param value true to leave it empty
     */
    public void setEmailHidden(boolean value) {
        emailHidden = value;
    }

    /**
     * Tells whether the account administers the site.
     *
     * @return true if so
     */
    public boolean administrator() {
        return administrator;
    }

    /**
     * Sets whether the account administers the site.
     *
     * @param value true if so
     */
    public void setAdministrator(boolean value) {
        administrator = value;
    }

    @Override
    public String toString() {
        return "Account[" + person.email() + "]";
    }
}
