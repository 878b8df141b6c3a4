package dev.confluencekit.markup.site;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.attachment.AttachmentQuery;
import dev.confluencekit.content.attachment.AttachmentsClient;
import dev.confluencekit.content.blogpost.BlogPostQuery;
import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.search.SearchClient;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.content.user.UsersClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.PermissionDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks a site for what bodies name, as much as can be at once. What the account may not ask, or the site does not have, is
 * taken as not there; any other failure is thrown, since what cannot be told now may be told later.
 */
final class Lookup {
    static final int AT_ONCE = 250;

    private final PagesClient pages;
    private final BlogPostsClient posts;
    private final SpacesClient spaces;
    private final AttachmentsClient files;
    private final UsersClient users;
    private final TitleLookup titles;
    private final BodyLookup bodies;

    Lookup(ConfluenceConnection site) {
        this.spaces = SpacesClient.over(site);
        this.pages = PagesClient.over(site, new SpaceKeys(spaces));
        this.posts = BlogPostsClient.over(site, new SpaceKeys(spaces));
        this.files = AttachmentsClient.over(site);
        this.users = UsersClient.over(site);
        this.titles = new TitleLookup(pages, posts, spaces, SearchClient.over(site));
        this.bodies = new BodyLookup(pages, posts);
    }

    /** Answers what is wanted so far; the answers may make more be wanted. */
    void answer(Answers answers) {
        spaces(answers);
        contents(answers);
        titles.answer(answers);
        files(answers);
        people(answers);
        List<ContentOwner> included = answers.documents().takeWanted();
        bodies.documents(included).forEach(answers.documents()::learn);
        answers.documents().absentIfUnknown(included);
    }

    private void spaces(Answers answers) {
        List<String> keys = answers.spaces().takeWanted();
        inParts(keys, part -> spaces.list(SpaceQuery.byKeys(part)).forEach(space -> learn(space, answers)));
        answers.spaces().absentIfUnknown(keys);
    }

    private static void learn(Space space, Answers answers) {
        if (space.key() != null) {
            answers.learnKey(space.id(), space.key());
            answers.spaces().learn(space.key(), space);
        }
        if (space.currentActiveAlias() != null) {
            answers.spaces().learn(space.currentActiveAlias(), space);
        }
    }

    private void contents(Answers answers) {
        List<String> ids = answers.contents().takeWanted();
        List<PageId> pageIds = new ArrayList<>();
        for (String id : ids) {
            pageId(id).ifPresent(pageIds::add);
        }
        inParts(
                pageIds,
                part -> pages.list(Finds.byIds(part))
                        .forEach(page -> answers.contents().learn(page.id().value(), Finds.of(page))));
        List<ContentId> others = pageIds.stream()
                .filter(id -> !answers.contents().isKnown(id.value()))
                .map(id -> ContentId.of(id.value()))
                .toList();
        inParts(
                others,
                part -> posts.list(BlogPostQuery.byIds(part))
                        .forEach(post -> answers.contents().learn(post.id().value(), Finds.of(post))));
        answers.contents().absentIfUnknown(ids);
    }

    BodyLookup bodies() {
        return bodies;
    }

    private static Optional<PageId> pageId(String id) {
        try {
            return Optional.of(PageId.of(id));
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
    }

    private void files(Answers answers) {
        for (ContentOwner holder : answers.files().takeWanted()) {
            unlessRefused(() -> answers.files()
                    .learn(
                            holder,
                            files.list(AttachmentQuery.of(holder)).stream().toList()));
            answers.files().absentIfUnknown(List.of(holder));
        }
    }

    private void people(Answers answers) {
        List<String> ids = answers.people().takeWanted();
        List<AccountId> accounts = new ArrayList<>();
        for (String id : ids) {
            accountId(id).ifPresent(accounts::add);
        }
        inParts(
                accounts,
                part -> users.byIds(part).forEach((id, profile) -> {
                    String name = profile.displayName() == null ? profile.publicName() : profile.displayName();
                    answers.people().learn(id.value(), name == null || name.isBlank() ? null : name);
                }));
        answers.people().absentIfUnknown(ids);
    }

    private static Optional<AccountId> accountId(String id) {
        try {
            return Optional.of(AccountId.of(id));
        } catch (InvalidArgumentException e) {
            return Optional.empty();
        }
    }

    static <T> void inParts(List<T> all, Consumer<List<T>> ask) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<T> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            unlessRefused(() -> ask.accept(part));
        }
    }

    static void unlessRefused(Runnable ask) {
        try {
            ask.run();
        } catch (PermissionDeniedException | MissingScopeException | NotFoundException e) {
            // What may not be asked stays unresolved, and the report of the conversion says so of each place.
        }
    }
}
