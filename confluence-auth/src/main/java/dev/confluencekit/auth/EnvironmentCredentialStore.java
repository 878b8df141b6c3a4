package dev.confluencekit.auth;

import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Secret;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The read-only store behind {@link CredentialStore#environment()}. */
public final class EnvironmentCredentialStore implements CredentialStore {
    /** The id of the one entry. */
    public static final CredentialId ID = CredentialId.of("environment");

    /** The variable that holds the email address of the Atlassian account. */
    public static final String USERNAME = "CONFLUENCE_USERNAME";

    /** The variable that holds the API token. */
    public static final String API_KEY = "CONFLUENCE_API_KEY";

    private final Map<String, String> variables;

    EnvironmentCredentialStore(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Optional<StoredCredential> find(CredentialId id) {
        if (!id.equals(ID)) {
            return Optional.empty();
        }
        String username = variables.get(USERNAME);
        String apiKey = variables.get(API_KEY);
        if (username == null && apiKey == null) {
            return Optional.empty();
        }
        return Optional.of(new StoredCredential(read(username, apiKey), 1));
    }

    private static Credential read(@Nullable String username, @Nullable String apiKey) {
        try {
            return Credential.of(username, Secret.of(apiKey));
        } catch (InvalidArgumentException e) {
            String variable = e.parameter().equals("apiKey") ? API_KEY : USERNAME;
            String problem =
                    String.valueOf(e.getMessage()).substring(e.parameter().length() + 2);
            throw new CredentialException("The environment variable " + variable + " " + problem + ".");
        }
    }

    /**
     * Refuses.
     *
     * @throws CredentialException always: the environment is read-only
     */
    @Override
    public boolean put(CredentialId id, Credential credential, long expectedVersion) {
        throw readOnly();
    }

    /**
     * Refuses.
     *
     * @throws CredentialException always: the environment is read-only
     */
    @Override
    public void remove(CredentialId id) {
        throw readOnly();
    }

    private static CredentialException readOnly() {
        return new CredentialException("Credentials in environment variables are read-only; change the variables.");
    }

    @Override
    public String toString() {
        return "the environment variables " + USERNAME + " and " + API_KEY;
    }
}
