package dev.confluencekit.auth;

import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
        List<String> problems = new ArrayList<>();
        String account = check(problems, USERNAME, () -> Authorization.checkUsername(username));
        Secret secret = check(problems, API_KEY, () -> Secret.of(apiKey));
        if (account == null || secret == null) {
            throw new CredentialException(String.join("; ", problems) + ".");
        }
        return Credential.of(account, secret);
    }

    private static <T> @Nullable T check(List<String> problems, String variable, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidArgumentException e) {
            String problem =
                    String.valueOf(e.getMessage()).substring(e.parameter().length() + 2);
            problems.add("The environment variable " + variable + " " + problem);
            return null;
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
