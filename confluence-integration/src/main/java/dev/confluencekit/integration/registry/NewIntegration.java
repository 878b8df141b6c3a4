package dev.confluencekit.integration.registry;

import dev.confluencekit.core.secret.Secret;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an integration is to be made of. Nothing is checked before {@link IntegrationRegistry#add}, which reports all
 * problems at once. Never prints the key.
 */
public final class NewIntegration {
    final @Nullable String name;
    final @Nullable String domain;
    final @Nullable String username;
    final @Nullable Secret apiKey;
    final @Nullable LocalDate keyIssued;
    final @Nullable LocalDate keyExpires;
    final @Nullable IntegrationId credentialFrom;
    final Set<Capability> capabilities;
    final boolean duplicateAllowed;
    /** What a form holds beside, as it was typed. */
    final Map<String, String> typed;

    private NewIntegration(Builder given) {
        this.name = given.name;
        this.domain = given.domain;
        this.username = given.username;
        this.apiKey = given.apiKey;
        this.keyIssued = given.keyIssued;
        this.keyExpires = given.keyExpires;
        this.credentialFrom = given.credentialFrom;
        this.capabilities = given.capabilities;
        this.duplicateAllowed = given.duplicateAllowed;
        this.typed = given.typed;
    }

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * From the values of a form, by the ids of the fields of the {@code IntegrationDescriptor}: {@code name},
     * {@code capability} (its word; the default if it is not there), {@code username}, {@code apiKey}, {@code domain},
     * {@code keyIssued}, {@code keyExpires} (days as {@code 2027-03-01}; may be empty). Others are ignored.
     *
     * @param form what was typed, unchecked
     * @return an integration to add
     */
    public static NewIntegration fromForm(Map<String, String> form) {
        Builder builder = builder()
                .name(form.get(Fields.NAME))
                .domain(form.get(Fields.DOMAIN))
                .username(form.get(Fields.USERNAME));
        builder.typed = Map.copyOf(form);
        return builder.build();
    }

    @Override
    public String toString() {
        return "NewIntegration[" + name + ", " + domain + ", " + username + "]";
    }

    /** Collects the parts; for one thread. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String domain;
        private @Nullable String username;
        private @Nullable Secret apiKey;
        private @Nullable LocalDate keyIssued;
        private @Nullable LocalDate keyExpires;
        private @Nullable IntegrationId credentialFrom;
        private Set<Capability> capabilities = Set.of(Capability.CONTENT_MANAGEMENT);
        private boolean duplicateAllowed;
        private Map<String, String> typed = Map.of();

        private Builder() {}

        /**
         * A name for people; others in the list may have the same.
         *
         * @param text 1 to 100 characters
         * @return this builder
         */
        public Builder name(@Nullable String text) {
            this.name = text;
            return this;
        }

        /**
         * What the integration is for. Default: {@link Capability#CONTENT_MANAGEMENT}.
         *
         * @param chosen at least one
         * @return this builder
         */
        public Builder capabilities(Set<Capability> chosen) {
            this.capabilities = Set.copyOf(chosen);
            return this;
        }

        /**
         * The site, as a person types it.
         *
         * @param text for example {@code acme.atlassian.net}
         * @return this builder
         */
        public Builder domain(@Nullable String text) {
            this.domain = text;
            return this;
        }

        /**
         * The account.
         *
         * @param email the email address of the Atlassian account
         * @return this builder
         */
        public Builder username(@Nullable String email) {
            this.username = email;
            return this;
        }

        /**
         * The API token of the account.
         *
         * @param key an API token made at id.atlassian.com
         * @return this builder
         */
        public Builder apiKey(@Nullable Secret key) {
            this.apiKey = key;
            return this;
        }

        /**
         * The day on which the key was made, if it is known. Without {@link #keyExpires} the key is taken to end 365 days
         * later at the latest.
         *
         * @param day a day that is not in the future
         * @return this builder
         */
        public Builder keyIssued(@Nullable LocalDate day) {
            this.keyIssued = day;
            return this;
        }

        /**
         * The day on which the key expires, if it is known.
         *
         * @param day today or later, at most 365 days after the day of issue
         * @return this builder
         */
        public Builder keyExpires(@Nullable LocalDate day) {
            this.keyExpires = day;
            return this;
        }

        /**
         * Uses username and key of an integration that is there already, with what is known of the key's end, instead of
         * given ones. They are copied: the two integrations are independent from then on, and a later change of the key has
         * to be made in both.
         *
         * @param other an integration of the same registry
         * @return this builder
         */
        public Builder credentialFrom(IntegrationId other) {
            this.credentialFrom = other;
            return this;
        }

        /**
         * Allows a second integration of the same account on the same site.
         *
         * @return this builder
         */
        public Builder allowDuplicate() {
            this.duplicateAllowed = true;
            return this;
        }

        /**
         * Ends the collecting.
         *
         * @return an integration to add
         */
        public NewIntegration build() {
            return new NewIntegration(this);
        }
    }
}
