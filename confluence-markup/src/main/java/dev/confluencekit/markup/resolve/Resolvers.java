package dev.confluencekit.markup.resolve;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Functions that a conversion asks for what a body only names. Each may be left out: then pages are shown by their titles,
 * files by their names, people as {@code @unknown}, and the report tells. Immutable; as safe to share as the functions.
 */
public final class Resolvers {
    private static final Resolvers NONE = new Resolvers(null, null, null, null, null);

    private final @Nullable LinkResolver links;
    private final @Nullable LinkResolver attachments;
    private final @Nullable UserResolver users;
    private final @Nullable IncludeResolver includes;
    private final @Nullable String jiraBase;

    private Resolvers(
            @Nullable LinkResolver links,
            @Nullable LinkResolver attachments,
            @Nullable UserResolver users,
            @Nullable IncludeResolver includes,
            @Nullable String jiraBase) {
        this.links = links;
        this.attachments = attachments;
        this.users = users;
        this.includes = includes;
        this.jiraBase = jiraBase;
    }

    /** None at all. */
    public static Resolvers none() {
        return NONE;
    }

    /** The same, with this one for pages, blog posts, spaces, content and shortcuts. */
    public Resolvers links(LinkResolver resolver) {
        return new Resolvers(Objects.requireNonNull(resolver, "resolver"), attachments, users, includes, jiraBase);
    }

    /** The same, with this one for attachments and files of the media service. */
    public Resolvers attachments(LinkResolver resolver) {
        return new Resolvers(links, Objects.requireNonNull(resolver, "resolver"), users, includes, jiraBase);
    }

    /** The same, with this one for people. */
    public Resolvers users(UserResolver resolver) {
        return new Resolvers(links, attachments, Objects.requireNonNull(resolver, "resolver"), includes, jiraBase);
    }

    /** The same, with this one for included pages and excerpts. */
    public Resolvers includes(IncludeResolver resolver) {
        return new Resolvers(links, attachments, users, Objects.requireNonNull(resolver, "resolver"), jiraBase);
    }

    /** The same, with Jira issues at {@code base/browse/KEY}. */
    public Resolvers jira(String base) {
        Objects.requireNonNull(base, "base");
        String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return new Resolvers(links, attachments, users, includes, trimmed);
    }

    /** The same, with others to be asked for what these do not know. */
    public Resolvers or(Resolvers others) {
        return new Resolvers(
                either(links, others.links),
                either(attachments, others.attachments),
                either(users, others.users),
                either(includes, others.includes),
                jiraBase == null ? others.jiraBase : jiraBase);
    }

    private static @Nullable LinkResolver either(@Nullable LinkResolver first, @Nullable LinkResolver second) {
        return first == null || second == null
                ? first == null ? second : first
                : (target, anchor) -> first.resolve(target, anchor).or(() -> second.resolve(target, anchor));
    }

    private static @Nullable UserResolver either(@Nullable UserResolver first, @Nullable UserResolver second) {
        return first == null || second == null
                ? first == null ? second : first
                : user -> first.displayName(user).or(() -> second.displayName(user));
    }

    private static @Nullable IncludeResolver either(@Nullable IncludeResolver first, @Nullable IncludeResolver second) {
        return first == null || second == null
                ? first == null ? second : first
                : (page, excerpt, name) ->
                        first.content(page, excerpt, name).or(() -> second.content(page, excerpt, name));
    }

    /** For pages, blog posts, spaces, content and shortcuts. */
    public Optional<LinkResolver> links() {
        return Optional.ofNullable(links);
    }

    /** For attachments and files of the media service. */
    public Optional<LinkResolver> attachments() {
        return Optional.ofNullable(attachments);
    }

    /** For people. */
    public Optional<UserResolver> users() {
        return Optional.ofNullable(users);
    }

    /** For included pages and excerpts. */
    public Optional<IncludeResolver> includes() {
        return Optional.ofNullable(includes);
    }

    /** Where Jira is. */
    public Optional<String> jiraBase() {
        return Optional.ofNullable(jiraBase);
    }
}
