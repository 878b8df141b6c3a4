package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An integration to be added whose fields have been checked.
 *
 * @param credential username and key; null if they come from another integration
 */
record Wanted(
        String name,
        Set<Capability> capabilities,
        ConfluenceSite site,
        @Nullable Credential credential) {
    /**
     * Checks all fields.
     *
     * @throws InvalidFieldsException if any cannot be used
     */
    static Wanted check(NewIntegration given, Fields fields) {
        String name = fields.name(given.name);
        String words = given.typed.get(Fields.CAPABILITY);
        Set<Capability> capabilities =
                words == null ? fields.capabilities(given.capabilities) : fields.capabilities(words);
        String username = null;
        Secret apiKey = null;
        LocalDate issued = null;
        LocalDate expires = null;
        if (given.credentialFrom == null) {
            username = fields.username(given.username);
            apiKey = fields.apiKey(given.typed.get(Fields.API_KEY), given.apiKey);
            issued = day(fields, Fields.KEY_ISSUED, given.keyIssued, given.typed.get(Fields.KEY_ISSUED));
            expires = day(fields, Fields.KEY_EXPIRES, given.keyExpires, given.typed.get(Fields.KEY_EXPIRES));
            fields.keyDays(issued, expires);
        } else {
            fields.noneBeside(given);
        }
        ConfluenceSite site = fields.domain(given.domain);
        fields.requireAll();
        return new Wanted(
                Objects.requireNonNull(name),
                Objects.requireNonNull(capabilities),
                Objects.requireNonNull(site),
                username == null || apiKey == null ? null : Fields.credential(username, apiKey, issued, expires));
    }

    /** Checks a new key for an account. */
    static Credential check(KeyUpdate given, String username, Fields fields) {
        Secret apiKey = fields.apiKey(given.typed.get(Fields.API_KEY), given.apiKey);
        LocalDate issued = day(fields, Fields.KEY_ISSUED, given.issued, given.typed.get(Fields.KEY_ISSUED));
        LocalDate expires = day(fields, Fields.KEY_EXPIRES, given.expires, given.typed.get(Fields.KEY_EXPIRES));
        fields.keyDays(issued, expires);
        fields.requireAll();
        return Fields.credential(username, Objects.requireNonNull(apiKey), issued, expires);
    }

    private static @Nullable LocalDate day(
            Fields fields, String field, @Nullable LocalDate given, @Nullable String typed) {
        return given != null ? given : fields.day(field, typed);
    }
}
