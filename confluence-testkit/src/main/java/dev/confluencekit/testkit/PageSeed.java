package dev.confluencekit.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A page to put into a simulator. Immutable; what is not said gets a sensible value. */
public final class PageSeed {

    private final Builder values;

    private PageSeed(Builder values) {
        this.values = values;
    }

    /**
     * Describes a current page without a parent.
     *
     * @param spaceKey the key of its space
     * @param title its title
     * @param storage its body in storage format
     * @return the seed
     */
    public static PageSeed of(String spaceKey, String title, String storage) {
        return builder(spaceKey, title).storage(storage).build();
    }

    /**
     * Starts a description.
     *
     * @param spaceKey the key of its space
     * @param title its title, unique in the space among pages that are not in the trash
     * @return a builder, for one thread
     */
    public static Builder builder(String spaceKey, String title) {
        return new Builder(spaceKey, title);
    }

    /**
     * Gives the key of the page's space.
     *
     * @return the space key
     */
    public String spaceKey() {
        return values.spaceKey;
    }

    /**
     * Gives the title.
     *
     * @return the title
     */
    public String title() {
        return values.title;
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
     * Gives the body; computed on demand if the seed was given a supplier.
     *
     * @return the body in storage format
     */
    public String storage() {
        return values.storage.get();
    }

    /**
     * Gives the way to the body, for holders that want to compute it late.
     *
     * @return a supplier that always gives the same text
     */
    public Supplier<String> storageSupplier() {
        return values.storage;
    }

    /**
     * Gives the parent page.
     *
     * @return its id, or empty for a page at the root of the space
     */
    public Optional<String> parentId() {
        return Optional.ofNullable(values.parentId);
    }

    /**
     * Gives the position among the children of its parent.
     *
     * @return the position, or empty for the last one
     */
    public OptionalInt position() {
        return values.position == null ? OptionalInt.empty() : OptionalInt.of(values.position);
    }

    /**
     * Gives the status.
     *
     * @return the status
     */
    public PageStatus status() {
        return values.status;
    }

    /**
     * Tells whether the page is a live doc.
     *
     * @return true if its subtype is {@code live}
     */
    public boolean live() {
        return values.live;
    }

    /**
     * Gives the creator.
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
     * Gives what is said about the latest version.
     *
     * @return the version, or empty for version 1 made at the time of creation by the creator
     */
    public Optional<Version> version() {
        return Optional.ofNullable(values.version);
    }

    /**
     * Gives the labels.
     *
     * @return label names, of prefix {@code global}
     */
    public List<String> labels() {
        return values.labels;
    }

    /**
     * Gives the accounts that may view the page and what is below it.
     *
     * @return user names; empty means everybody who may see the space
     */
    public Set<String> visibleTo() {
        return values.visibleTo;
    }

    @Override
    public String toString() {
        return "PageSeed[" + values.spaceKey + ", " + values.title + "]";
    }

    /**
     * The latest version of a seeded page, as the {@code Version} schema has it.
     *
     * @param number the version number, from 1
     * @param message the comment, possibly empty
     * @param minorEdit whether nobody was notified
     * @param authorId the account id of its author
     * @param createdAt when it was made
     */
    public record Version(int number, String message, boolean minorEdit, String authorId, Instant createdAt) {}

    /** Collects the values of a {@link PageSeed}. Not safe for use by several threads. */
    public static final class Builder {

        private final String spaceKey;
        private final String title;
        private @Nullable String id;
        private Supplier<String> storage = () -> "";
        private @Nullable String parentId;
        private @Nullable Integer position;
        private PageStatus status = PageStatus.CURRENT;
        private boolean live;
        private @Nullable String authorId;
        private @Nullable Instant createdAt;
        private @Nullable Version version;
        private List<String> labels = List.of();
        private Set<String> visibleTo = Set.of();

        private Builder(String spaceKey, String title) {
            this.spaceKey = spaceKey;
            this.title = title;
        }

        private Builder(Builder other) {
            this.spaceKey = other.spaceKey;
            this.title = other.title;
            this.id = other.id;
            this.storage = other.storage;
            this.parentId = other.parentId;
            this.position = other.position;
            this.status = other.status;
            this.live = other.live;
            this.authorId = other.authorId;
            this.createdAt = other.createdAt;
            this.version = other.version;
            this.labels = other.labels;
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
         * Sets the body; by default empty.
         *
         * @param value storage format
         * @return this builder
         */
        public Builder storage(String value) {
            this.storage = () -> value;
            return this;
        }

        /**
         * Sets a body that is computed whenever it is read, to hold many pages in little memory.
         *
         * @param value gives the same storage format at every call, from any thread
         * @return this builder
         */
        public Builder storage(Supplier<String> value) {
            this.storage = value;
            return this;
        }

        /**
         * Puts it under another page of the same space; by default at the root.
         *
         * @param value a page id
         * @return this builder
         */
        public Builder parentId(String value) {
            this.parentId = value;
            return this;
        }

        /**
         * Sets the position among its siblings; by default the last.
         *
         * @param value the position
         * @return this builder
         */
        public Builder position(int value) {
            this.position = value;
            return this;
        }

        /**
         * Sets the status; by default current.
         *
         * @param value the status
         * @return this builder
         */
        public Builder status(PageStatus value) {
            this.status = value;
            return this;
        }

        /**
         * Makes it a live doc.
         *
         * @return this builder
         */
        public Builder live() {
            this.live = true;
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
         * Says what its latest version is; by default version 1, made when the page was.
         *
         * @param value the version
         * @return this builder
         */
        public Builder version(Version value) {
            this.version = value;
            return this;
        }

        /**
         * Sets the labels.
         *
         * @param names label names
         * @return this builder
         */
        public Builder labels(String... names) {
            this.labels = List.of(names);
            return this;
        }

        /**
         * Sets a view restriction, which holds for what is below the page, too.
         *
         * @param emails the user names that may view it
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
        public PageSeed build() {
            return new PageSeed(new Builder(this));
        }
    }
}
