package dev.confluencekit.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A space to put into a simulator. Immutable; what is not said gets a sensible value. */
public final class SpaceSeed {

    private final Builder values;

    private SpaceSeed(Builder values) {
        this.values = values;
    }

    /**
     * Describes a current global space.
     *
     * @param key its key, such as {@code DOCS}
     * @param name its name
     * @return the seed
     */
    public static SpaceSeed of(String key, String name) {
        return builder(key, name).build();
    }

    /**
     * Starts a description.
     *
     * @param key the space key, such as {@code DOCS}
     * @param name the space name
     * @return a builder, for one thread
     */
    public static Builder builder(String key, String name) {
        return new Builder(key, name);
    }

    /**
     * Gives the space key.
     *
     * @return the key
     */
    public String key() {
        return values.key;
    }

    /**
     * Gives the space name.
     *
     * @return the name
     */
    public String name() {
        return values.name;
    }

    /**
     * Gives the id, if one was chosen.
     *
     * @return the id, or empty if the simulator assigns it
     */
    public Optional<String> id() {
        return Optional.ofNullable(values.id);
    }

    /**
     * Gives the space type.
     *
     * @return the word used on the wire
     */
    public String type() {
        return values.type;
    }

    /**
     * Tells whether the space is archived.
     *
     * @return true if its status is {@code archived}, false if {@code current}
     */
    public boolean archived() {
        return values.archived;
    }

    /**
     * Gives the plain description.
     *
     * @return the text, possibly empty
     */
    public String description() {
        return values.description;
    }

    /**
     * Gives the account id of the creator.
     *
     * @return the account id, or empty for the site's first person
     */
    public Optional<String> authorId() {
        return Optional.ofNullable(values.authorId);
    }

    /**
     * Gives the time of creation.
     *
     * @return the instant, or empty for the simulator's now
     */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(values.createdAt);
    }

    /**
     * Gives the id of the homepage.
     *
     * @return the page id, or empty if the first page without a parent becomes the homepage
     */
    public Optional<String> homepageId() {
        return Optional.ofNullable(values.homepageId);
    }

    /**
     * Gives the labels of the space.
     *
     * @return the label names
     */
    public List<String> labels() {
        return values.labels;
    }

    /**
     * Tells whether callers without credentials may read it when the site has anonymous access.
     *
     * @return true if so
     */
    public boolean anonymousReadable() {
        return values.anonymousReadable;
    }

    /**
     * Gives the user names that may see the space.
     *
     * @return the addresses; empty means every licensed account
     */
    public Set<String> visibleTo() {
        return values.visibleTo;
    }

    @Override
    public String toString() {
        return "SpaceSeed[" + values.key + ", " + values.name + "]";
    }

    /** Collects the values of a {@link SpaceSeed}. Not safe for use by several threads. */
    public static final class Builder {

        private final String key;
        private final String name;
        private @Nullable String id;
        private String type = "global";
        private boolean archived;
        private String description = "";
        private @Nullable String authorId;
        private @Nullable Instant createdAt;
        private @Nullable String homepageId;
        private List<String> labels = List.of();
        private boolean anonymousReadable;
        private Set<String> visibleTo = Set.of();

        private Builder(String key, String name) {
            this.key = key;
            this.name = name;
        }

        private Builder(Builder other) {
            this.key = other.key;
            this.name = other.name;
            this.id = other.id;
            this.type = other.type;
            this.archived = other.archived;
            this.description = other.description;
            this.authorId = other.authorId;
            this.createdAt = other.createdAt;
            this.homepageId = other.homepageId;
            this.labels = other.labels;
            this.anonymousReadable = other.anonymousReadable;
            this.visibleTo = other.visibleTo;
        }

        /**
         * Chooses the id; by default the simulator assigns one.
         *
         * @param value a decimal number
         * @return this builder
         */
        public Builder id(String value) {
            this.id = value;
            return this;
        }

        /**
         * Sets the type; by default {@code global}.
         *
         * @param value a word of the {@code SpaceType} enumeration, such as {@code knowledge_base}
         * @return this builder
         */
        public Builder type(String value) {
            this.type = value;
            return this;
        }

        /**
         * Makes it an archived space.
         *
         * @return this builder
         */
        public Builder archived() {
            this.archived = true;
            return this;
        }

        /**
         * Sets the plain description; by default empty.
         *
         * @param value the text
         * @return this builder
         */
        public Builder description(String value) {
            this.description = value;
            return this;
        }

        /**
         * Sets the creator; by default the site's first person.
         *
         * @param value an account id
         * @return this builder
         */
        public Builder authorId(String value) {
            this.authorId = value;
            return this;
        }

        /**
         * Sets the time of creation; by default the simulator's now.
         *
         * @param value the instant
         * @return this builder
         */
        public Builder createdAt(Instant value) {
            this.createdAt = value;
            return this;
        }

        /**
         * Names the homepage; by default the first page added without a parent.
         *
         * @param value a page id
         * @return this builder
         */
        public Builder homepageId(String value) {
            this.homepageId = value;
            return this;
        }

        /**
         * Sets the labels of the space.
         *
         * @param names label names
         * @return this builder
         */
        public Builder labels(String... names) {
            this.labels = List.of(names);
            return this;
        }

        /**
         * Lets callers without credentials read it, if the site has anonymous access.
         *
         * @return this builder
         */
        public Builder anonymousReadable() {
            this.anonymousReadable = true;
            return this;
        }

        /**
         * Lets only these accounts see it; by default every licensed account does.
         *
         * @param emails user names
         * @return this builder
         */
        public Builder visibleTo(String... emails) {
            this.visibleTo = Set.of(emails);
            return this;
        }

        /**
         * Makes the seed.
         *
         * @return an immutable seed
         */
        public SpaceSeed build() {
            return new SpaceSeed(new Builder(this));
        }
    }
}
