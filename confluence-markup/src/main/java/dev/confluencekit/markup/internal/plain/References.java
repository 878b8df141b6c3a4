package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.resolve.LinkResolver;
import dev.confluencekit.markup.resolve.ResolvedLink;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.BlogPostTarget;
import dev.confluencekit.markup.tree.ContentTarget;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.ShortcutTarget;
import dev.confluencekit.markup.tree.SpaceTarget;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.ThisPage;
import dev.confluencekit.markup.tree.UserTarget;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds addresses and names for what a body names. */
final class References {
    private final Resolvers resolvers;
    private final Trail trail;
    private final Deque<Target> pages = new ArrayDeque<>();

    References(Resolvers resolvers, Trail trail) {
        this.resolvers = resolvers;
        this.trail = trail;
    }

    /** Works on what is included of another page, whose own links are meant to be read there. */
    <T> T inside(Target page, Supplier<T> work) {
        pages.push(page);
        try {
            return work.get();
        } finally {
            pages.pop();
        }
    }

    /** The same target, named so that it is the same one from the page that is converted. */
    Target fromHere(Target target) {
        Target page = pages.peek();
        if (page == null) {
            return target;
        }
        if (target instanceof PageTarget named && named.spaceKey() == null) {
            return new PageTarget(named.title(), spaceOf(page));
        }
        if (target instanceof BlogPostTarget post && post.spaceKey() == null) {
            return new BlogPostTarget(post.title(), spaceOf(page), post.postingDay());
        }
        if (target instanceof AttachmentTarget file) {
            return new AttachmentTarget(file.fileName(), file.container() == null ? page : fromHere(file.container()));
        }
        return target;
    }

    private static @Nullable String spaceOf(Target page) {
        return page instanceof PageTarget named
                ? named.spaceKey()
                : page instanceof BlogPostTarget post ? post.spaceKey() : null;
    }

    /** A link to a web address, or the text alone. */
    List<Inline> link(Link link, List<Inline> content) {
        Target target = link.target();
        if (target instanceof UserTarget user && content.isEmpty()) {
            return List.of(mention(user, null));
        }
        Optional<ResolvedLink> found = find(target, link.anchor());
        List<Inline> shown = content.isEmpty()
                ? List.of(new Text(found.map(ResolvedLink::title).orElseGet(() -> nameOf(target, link.anchor()))))
                : content;
        if (found.isEmpty()) {
            return shown;
        }
        String url = found.get().url();
        if (!Addresses.isAllowed(url)) {
            trail.found(
                    FindingKind.SIMPLIFIED,
                    url,
                    "The link to " + url + " is of a kind that may run code; its text was kept.");
            return shown;
        }
        return List.of(new Link(new WebTarget(url), null, shown, link.look(), titleOf(link)));
    }

    private static Attributes titleOf(Link link) {
        return link.attributes()
                .get("title")
                .or(() -> link.attributes().get("ac:tooltip"))
                .map(title -> Attributes.of("title", title))
                .orElse(Attributes.NONE);
    }

    private Optional<ResolvedLink> find(Target target, @Nullable String anchor) {
        if (target instanceof WebTarget web) {
            return Optional.of(ResolvedLink.of(web.url()));
        }
        if (target instanceof ThisPage) {
            return Optional.of(ResolvedLink.of("#" + (anchor == null ? "" : anchor)));
        }
        boolean file = target instanceof AttachmentTarget || target instanceof MediaTarget;
        Optional<LinkResolver> resolver = file ? resolvers.attachments() : resolvers.links();
        Optional<ResolvedLink> found = resolver.flatMap(asked -> asked.resolve(fromHere(target), anchor));
        if (found.isPresent()) {
            return found;
        }
        String name = nameOf(target, anchor);
        if (!(target instanceof UserTarget)) {
            trail.found(
                    FindingKind.UNRESOLVED_REFERENCE,
                    name,
                    "The " + kindOf(target) + " " + name + " was not resolved; "
                            + (file ? "its name stands for its address." : "its text was kept."));
        }
        return file ? Optional.of(ResolvedLink.of(Addresses.ofFile(name))) : Optional.empty();
    }

    /** An image at a web address, or its words alone. */
    List<Inline> image(Image image, List<Inline> caption) {
        Target source = image.source();
        String words = image.alternative() == null || image.alternative().isBlank()
                ? image.title() == null ? defaultWords(source) : image.title()
                : image.alternative();
        Optional<ResolvedLink> found = find(source, null);
        String url = found.map(ResolvedLink::url).orElse("");
        if (url.isEmpty() || !Addresses.isAllowed(url)) {
            trail.found(
                    FindingKind.SIMPLIFIED,
                    url,
                    "The image " + words + " has no address that may be used; its words were kept.");
            return List.of(new Text(words));
        }
        return List.of(new Image(new WebTarget(url), words, image.title(), caption, image.attributes()));
    }

    private static String defaultWords(Target source) {
        return source instanceof WebTarget web ? lastSegment(web.url()) : nameOf(source, null);
    }

    private static String lastSegment(String url) {
        int end = url.length();
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                end = i;
                break;
            }
        }
        return url.substring(url.lastIndexOf('/', Math.max(0, end - 1)) + 1, end);
    }

    Inline mention(UserTarget user, @Nullable String name) {
        Optional<String> found = resolvers
                .users()
                .flatMap(resolver -> resolver.displayName(user))
                .or(() -> Optional.ofNullable(name));
        if (found.isEmpty()) {
            trail.found(
                    FindingKind.UNRESOLVED_REFERENCE,
                    idOf(user),
                    "The user " + idOf(user) + " was not resolved; @unknown stands for the name.");
        }
        String shown = found.orElse("unknown");
        return new Text(shown.startsWith("@") ? shown : "@" + shown);
    }

    private static String idOf(UserTarget user) {
        return user.accountId() != null
                ? user.accountId()
                : user.userKey() != null ? user.userKey() : user.username() != null ? user.username() : "without id";
    }

    /** The issue of that key, as a link if it is known where Jira is. */
    Inline issue(String key) {
        if (resolvers.jiraBase().isEmpty()) {
            trail.found(
                    FindingKind.UNRESOLVED_REFERENCE,
                    key,
                    "The Jira issue " + key
                            + " was not resolved, since it is not known where Jira is; its key was kept.");
            return new Text(key);
        }
        String url = resolvers.jiraBase().get() + "/browse/" + Addresses.ofFile(key);
        return new Link(new WebTarget(url), null, List.of(new Text(key)), LinkLook.TEXT, Attributes.NONE);
    }

    /** What to show for a target that has no text. */
    static String nameOf(Target target, @Nullable String anchor) {
        if (target instanceof WebTarget web) {
            return web.url();
        } else if (target instanceof PageTarget page) {
            return page.title();
        } else if (target instanceof BlogPostTarget post) {
            return post.title();
        } else if (target instanceof AttachmentTarget attachment) {
            return attachment.fileName();
        } else if (target instanceof MediaTarget media) {
            return media.fileName() == null ? media.id() : media.fileName();
        } else if (target instanceof UserTarget user) {
            return idOf(user);
        } else if (target instanceof SpaceTarget space) {
            return space.key();
        } else if (target instanceof ShortcutTarget shortcut) {
            return shortcut.parameter() + "@" + shortcut.key();
        } else if (target instanceof ContentTarget content) {
            return content.id();
        }
        return anchor == null ? "" : anchor;
    }

    private static String kindOf(Target target) {
        return target instanceof PageTarget
                ? "page"
                : target instanceof BlogPostTarget
                        ? "blog post"
                        : target instanceof AttachmentTarget
                                ? "attachment"
                                : target instanceof MediaTarget
                                        ? "file"
                                        : target instanceof SpaceTarget
                                                ? "space"
                                                : target instanceof ShortcutTarget ? "shortcut" : "content";
    }
}
