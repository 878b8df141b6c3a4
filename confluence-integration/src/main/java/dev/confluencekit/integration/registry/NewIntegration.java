package dev.confluencekit.integration.registry;

import dev.confluencekit.core.secret.Secret;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an integration is to be made of. Nothing is checked before {@link IntegrationRegistry#add}, which reports all
 * problems at once. Never prints the key.
 */
public final class NewIntegration {
    final Builder given;

    private NewIntegration(Builder given) {
        this.given = given;
    }

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return "NewIntegration[" + given.name + ", " + given.domain + ", " + given.username + "]";
    }

    /** Collects the parts; for one thread. */
    public static final class Builder {
        @Nullable
        String name;

        @Nullable
        String domain;

        @Nullable
        String username;

        @Nullable
        Secret apiKey;

        @Nullable
        LocalDate keyIssued;

        @Nullable
        LocalDate keyExpires;

        @Nullable
        IntegrationId credentialFrom;

        Set<Capability> capabilities = EnumSet.of(Capability.CONTENT_MANAGEMENT);
        boolean duplicateAllowed;

        private Builder() {}

        /**
         * A name for people, unlike the others in the list or not.
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
         * @param typed for example {@code acme.atlassian.net}
         * @return this builder
         */
        public Builder domain(@Nullable String typed) {
            this.domain = typed;
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
         * @param day a day in the future, at most 365 days away
         * @return this builder
         */
        public Builder keyExpires(@Nullable LocalDate day) {
            this.keyExpires = day;
            return this;
        }

        /**
         * Uses username and key of an integration that is there already, instead of given ones. They are copied: the two
         * integrations are independent from then on.
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
