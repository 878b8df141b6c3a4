package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.seed.DemoContent;
import dev.confluencekit.testkit.internal.seed.GeneratedContent;
import java.util.ArrayList;
import java.util.List;

/** Content to fill a simulator with: people, spaces and pages. Immutable. */
public final class KnowledgeBase {

    private final List<Person> people;
    private final List<SpaceSeed> spaces;
    private final List<PageSeed> pages;

    private KnowledgeBase(Builder builder) {
        this.people = List.copyOf(builder.people);
        this.spaces = List.copyOf(builder.spaces);
        this.pages = List.copyOf(builder.pages);
    }

    /**
     * Gives the knowledge base of Northwind Cycles, an invented maker of cargo bikes: its support,
     * people and engineering spaces, with pages of every common kind.
     *
     * @return the demonstration content
     */
    public static KnowledgeBase demo() {
        Builder builder = builder();
        DemoContent.load(builder::person, builder::space, builder::page);
        return builder.build();
    }

    /**
     * Gives as much text as wanted, always the same for the same seed. Bodies are computed when they
     * are read, so that many pages need little memory. Spaces have the keys {@code GEN1}, {@code GEN2}
     * and so on; the pages of each form a tree of ten children per page.
     *
     * @param spaces how many spaces
     * @param pagesPerSpace how many current pages in each
     * @param bodyChars about how many characters of storage format each body has
     * @param seed where the pseudo-random text begins
     * @return the generated content
     */
    public static KnowledgeBase generated(int spaces, int pagesPerSpace, int bodyChars, long seed) {
        Builder builder = builder();
        new GeneratedContent(bodyChars, seed).write(spaces, pagesPerSpace, builder::space, builder::page);
        return builder.build();
    }

    /**
     * Gives nothing: a site without spaces.
     *
     * @return no content
     */
    public static KnowledgeBase empty() {
        return builder().build();
    }

    /**
     * Starts a knowledge base of one's own.
     *
     * @return a builder, for one thread
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the people whom the site knows.
     *
     * @return the people; the first one is the author where none is named
     */
    public List<Person> people() {
        return people;
    }

    /**
     * Gives the spaces.
     *
     * @return the spaces, in the order in which they are added
     */
    public List<SpaceSeed> spaces() {
        return spaces;
    }

    /**
     * Gives the pages.
     *
     * @return the pages, each after the one above it
     */
    public List<PageSeed> pages() {
        return pages;
    }

    @Override
    public String toString() {
        return "KnowledgeBase[" + spaces.size() + " spaces, " + pages.size() + " pages]";
    }

    /** Collects the parts of a {@link KnowledgeBase}. Not safe for use by several threads. */
    public static final class Builder {

        private final List<Person> people = new ArrayList<>();
        private final List<SpaceSeed> spaces = new ArrayList<>();
        private final List<PageSeed> pages = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a person.
         *
         * @param person somebody
         * @return this builder
         */
        public Builder person(Person person) {
            people.add(person);
            return this;
        }

        /**
         * Adds a space.
         *
         * @param space the space
         * @return this builder
         */
        public Builder space(SpaceSeed space) {
            spaces.add(space);
            return this;
        }

        /**
         * Adds a page.
         *
         * @param page the page; its space and the page above it have been added before
         * @return this builder
         */
        public Builder page(PageSeed page) {
            pages.add(page);
            return this;
        }

        /**
         * Adds all of another knowledge base.
         *
         * @param other the other one
         * @return this builder
         */
        public Builder all(KnowledgeBase other) {
            people.addAll(other.people);
            spaces.addAll(other.spaces);
            pages.addAll(other.pages);
            return this;
        }

        /**
         * Makes the knowledge base.
         *
         * @return what was added so far
         */
        public KnowledgeBase build() {
            return new KnowledgeBase(this);
        }
    }
}
