package dev.confluencekit.integration;

import dev.confluencekit.auth.ApiKeyAuthenticator;
import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.EnvironmentCredentialStore;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.message.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what an integration needs: a site, and a credential or what gives one. For one thread. Setters check
 * nothing; {@link #build()} checks everything at once and reports all problems in one message.
 */
public final class ConfluenceIntegrationBuilder {
    private static final String DOMAIN_VARIABLE = "CONFLUENCE_DOMAIN";
    private static final CredentialId ONLY = CredentialId.of("only");

    private Supplier<ConfluenceSite> site = () -> ConfluenceSite.parse(null);
    private @Nullable String username;
    private @Nullable Secret apiKey;
    private @Nullable Authenticator authenticator;
    private Supplier<KeyLife> keyLife = KeyLife::unknown;
    private @Nullable ConfluenceRuntime runtime;
    private @Nullable Map<String, String> environment;
    private @Nullable String cloudId;

    ConfluenceIntegrationBuilder() {}

    /**
     * The site, as a person types it: {@code acme}, {@code acme.atlassian.net}, an address copied from the browser, or a
     * custom domain.
     *
     * @param typed what was typed
     * @return this builder
     */
    public ConfluenceIntegrationBuilder domain(@Nullable String typed) {
        this.site = () -> ConfluenceSite.parse(typed);
        return this;
    }

    /**
     * The site, parsed already.
     *
     * @param parsed the site
     * @return this builder
     */
    public ConfluenceIntegrationBuilder site(ConfluenceSite parsed) {
        this.site = () -> parsed;
        return this;
    }

    /**
     * The account. With {@link #apiKey} short for a store in memory.
     *
     * @param email the email address of the Atlassian account
     * @return this builder
     */
    public ConfluenceIntegrationBuilder username(@Nullable String email) {
        this.username = email;
        return this;
    }

    /**
     * The API token of the account. With {@link #username} short for a store in memory.
     *
     * @param key an API token made at id.atlassian.com, with or without scopes
     * @return this builder
     */
    public ConfluenceIntegrationBuilder apiKey(Secret key) {
        this.apiKey = key;
        return this;
    }

    /**
     * Where the credential is kept. The store is asked at every request, so a key that is exchanged in it works at
     * once; it stays the caller's.
     *
     * @param store the store
     * @param id the entry
     * @return this builder
     */
    public ConfluenceIntegrationBuilder credentials(CredentialStore store, CredentialId id) {
        authenticator(ApiKeyAuthenticator.of(store, id));
        this.keyLife = () -> KeyMemory.lifeIn(store, id);
        return this;
    }

    /**
     * Another source of credentials than a store.
     *
     * @param source asked at every request, by many threads
     * @return this builder
     */
    public ConfluenceIntegrationBuilder authenticator(Authenticator source) {
        this.authenticator = source;
        this.keyLife = KeyLife::unknown;
        return this;
    }

    /**
     * Site and credential from variables: {@code CONFLUENCE_DOMAIN} (here, since whoever sets the environment of a
     * process is trusted with it, also plain http on this machine, such as {@code http://127.0.0.1:8080}),
     * {@code CONFLUENCE_USERNAME}, {@code CONFLUENCE_API_KEY}. A runtime of the integration's own takes its settings from
     * them too.
     *
     * @param variables names and values, {@link System#getenv()} as a rule
     * @return this builder
     */
    public ConfluenceIntegrationBuilder environment(Map<String, String> variables) {
        this.environment = variables;
        this.site = () -> siteOf(variables.get(DOMAIN_VARIABLE));
        return credentials(CredentialStore.environment(variables), EnvironmentCredentialStore.ID);
    }

    /**
     * A runtime to share with other integrations; it stays the caller's to close. Without one the integration makes its
     * own and closes it with itself.
     *
     * @param shared the runtime
     * @return this builder
     */
    public ConfluenceIntegrationBuilder runtime(ConfluenceRuntime shared) {
        this.runtime = shared;
        return this;
    }

    /**
     * The site's cloud id, if it is known from an earlier {@link dev.confluencekit.integration.connection.ConnectionReport}; saves a request.
     *
     * @param id the cloud id
     * @return this builder
     */
    public ConfluenceIntegrationBuilder cloudId(String id) {
        this.cloudId = id;
        return this;
    }

    /**
     * Makes the integration. Costs no request.
     *
     * @return an integration, to be closed by the caller
     * @throws InvalidArgumentException if something is missing, cannot be used, or contradicts something else
     */
    public ConfluenceIntegration build() {
        List<InvalidArgumentException> problems = new ArrayList<>();
        ConfluenceSite checkedSite = check(problems, site);
        Authenticator checkedKey = key(problems);
        ConfluenceRuntime.Builder settings = check(problems, this::settings);
        String givenId = cloudId;
        if (givenId != null) {
            check(problems, () -> ConfluenceSite.checkCloudId(givenId));
        }
        if (checkedSite == null || checkedKey == null || settings == null || !problems.isEmpty()) {
            throw all(problems);
        }
        ConfluenceRuntime shared = runtime;
        ConfluenceRuntime used = shared != null ? shared : settings.build();
        ConfluenceConnection connection = used.connect(checkedSite, checkedKey, cloudId);
        return new DefaultConfluenceIntegration(
                connection,
                Messages.standard(),
                KeyMemory.of(checkedKey, keyLife),
                shared != null ? () -> {} : used::close);
    }

    /** Of a runtime of the integration's own; one that is passed in has settings already. */
    private ConfluenceRuntime.Builder settings() {
        ConfluenceRuntime.Builder builder = ConfluenceRuntime.builder();
        return environment == null || runtime != null ? builder : builder.environment(environment);
    }

    private @Nullable Authenticator key(List<InvalidArgumentException> problems) {
        Authenticator source = authenticator;
        if (source == null) {
            return keyInMemory(problems);
        }
        if (username != null || apiKey != null) {
            problems.add(new InvalidArgumentException(
                    "credentials", "are given twice; give a store (or the environment), or username and API key"));
        } else if (environment != null) {
            check(problems, () -> requireUsable(source));
        }
        return source;
    }

    private @Nullable Authenticator keyInMemory(List<InvalidArgumentException> problems) {
        String account = check(problems, () -> Authorization.checkUsername(username));
        Secret secret = check(problems, () -> apiKey == null ? Secret.of(null) : apiKey);
        if (account == null || secret == null) {
            return null;
        }
        CredentialStore store = CredentialStore.inMemory();
        store.put(ONLY, Credential.of(account, secret), CredentialStore.NONE);
        return ApiKeyAuthenticator.of(store, ONLY);
    }

    /** The environment does not change, so what it lacks is better said now than at the first request. */
    private static Authorization requireUsable(Authenticator source) {
        try {
            return source.authorize();
        } catch (CredentialException e) {
            throw new InvalidArgumentException("environment", String.valueOf(e.getMessage()));
        }
    }

    private static ConfluenceSite siteOf(@Nullable String variable) {
        if (variable != null && ConfluenceSite.isLoopback(variable)) {
            return ConfluenceSite.loopback(variable);
        }
        try {
            return ConfluenceSite.parse(variable);
        } catch (InvalidArgumentException e) {
            String problem = String.valueOf(e.getMessage()).replaceFirst("^domain: ", "");
            throw new InvalidArgumentException(DOMAIN_VARIABLE, problem);
        }
    }

    private static <T> @Nullable T check(List<InvalidArgumentException> problems, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidArgumentException e) {
            problems.add(e);
            return null;
        }
    }

    private static InvalidArgumentException all(List<InvalidArgumentException> problems) {
        if (problems.size() == 1) {
            return problems.get(0);
        }
        List<String> texts =
                problems.stream().map(p -> String.valueOf(p.getMessage())).toList();
        return new InvalidArgumentException("settings", String.join("; ", texts));
    }
}
