package dev.confluencekit.markup.site;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.attachment.Attachment;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.markup.resolve.ResolvedLink;
import dev.confluencekit.markup.resolve.Resolvers;
import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.BlogPostTarget;
import dev.confluencekit.markup.tree.ContentTarget;
import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.MediaTarget;
import dev.confluencekit.markup.tree.PageTarget;
import dev.confluencekit.markup.tree.SpaceTarget;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.UserTarget;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what one body names among the answers of its site. */
final class BodyResolvers {
    private static final Pattern COLLECTION = Pattern.compile("contentId-([0-9]{1,19})");
    private static final Set<OwnerKind> HAVE_FILES =
            EnumSet.of(OwnerKind.PAGE, OwnerKind.BLOG_POST, OwnerKind.CUSTOM_CONTENT);

    private final ContentOwner owner;
    private final SpaceId space;
    private final Answers answers;
    private final Addressing addressing;

    BodyResolvers(ContentOwner owner, SpaceId space, Answers answers, Addressing addressing) {
        this.owner = owner;
        this.space = space;
        this.answers = answers;
        this.addressing = addressing;
    }

    Resolvers resolvers() {
        return Resolvers.none()
                .links((target, anchor) -> find(target).flatMap(found -> link(found, anchor)))
                .attachments((target, anchor) -> file(target).flatMap(found -> link(found, null)))
                .users(this::name)
                .includes(this::included);
    }

    private Optional<ResolvedLink> link(Found found, @Nullable String anchor) {
        return Optional.ofNullable(addressing.of(found, anchor)).map(url -> new ResolvedLink(url, found.title()));
    }

    private Optional<Found> find(Target target) {
        if (target instanceof PageTarget page) {
            return titled(page.title(), page.spaceKey(), false, null);
        }
        if (target instanceof BlogPostTarget post) {
            return titled(post.title(), post.spaceKey(), true, post.postingDay());
        }
        if (target instanceof ContentTarget content) {
            return content(content.id());
        }
        if (target instanceof SpaceTarget wanted && !wanted.key().isBlank()) {
            return answers.spaces().look(wanted.key()).map(BodyResolvers::found);
        }
        return Optional.empty();
    }

    private static Found found(Space space) {
        return new Found(
                ContentOwner.space(space.id()),
                space.id(),
                space.name(),
                space.links() == null ? null : space.links().webui(),
                false);
    }

    private Optional<Found> titled(String title, @Nullable String spaceKey, boolean post, @Nullable String day) {
        if (title.isBlank() || (spaceKey != null && spaceKey.isBlank())) {
            return Optional.empty();
        }
        Optional<SpaceId> where = spaceKey == null
                ? Optional.of(space)
                : answers.spaces().look(spaceKey).map(Space::id);
        return where.flatMap(id -> answers.titles().look(new Title(id, title, post, day)));
    }

    private Optional<Found> content(String id) {
        try {
            return answers.contents().look(ContentId.of(id).value());
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Found> file(Target target) {
        if (target instanceof AttachmentTarget file) {
            Predicate<Attachment> named = attachment -> file.fileName().equals(attachment.title());
            return file.container() == null
                    ? file(owner, space, named)
                    : find(file.container()).flatMap(found -> file(found.what(), found.space(), named));
        }
        if (target instanceof MediaTarget media) {
            Predicate<Attachment> named = attachment -> media.id().equals(attachment.fileId());
            Matcher elsewhere = COLLECTION.matcher(media.collection() == null ? "" : media.collection());
            return elsewhere.matches() && !elsewhere.group(1).equals(owner.id())
                    ? content(elsewhere.group(1)).flatMap(found -> file(found.what(), found.space(), named))
                    : file(owner, space, named);
        }
        return Optional.empty();
    }

    private Optional<Found> file(ContentOwner holder, @Nullable SpaceId where, Predicate<Attachment> wanted) {
        if (!HAVE_FILES.contains(holder.kind())) {
            return Optional.empty();
        }
        return answers.files()
                .look(holder)
                .flatMap(files -> files.stream()
                        .filter(wanted)
                        .findFirst()
                        .map(file -> new Found(
                                ContentOwner.attachment(file.id()), where, file.title(), file.downloadLink(), false)));
    }

    private Optional<String> name(UserTarget user) {
        return user.accountId() == null || user.accountId().isBlank()
                ? Optional.empty()
                : answers.people().look(user.accountId());
    }

    private Optional<Document> included(Target page, boolean excerpt, @Nullable String name) {
        Optional<Document> document = find(page)
                .map(Found::what)
                .filter(what -> what.kind() == OwnerKind.PAGE || what.kind() == OwnerKind.BLOG_POST)
                .flatMap(answers.documents()::look);
        return excerpt ? document.flatMap(whole -> Excerpts.in(whole, name)) : document;
    }
}
