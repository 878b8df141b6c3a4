package dev.confluencekit.markup.site;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.blogpost.BlogPost;
import dev.confluencekit.content.blogpost.BlogPostQuery;
import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PageStatus;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.search.Cql;
import dev.confluencekit.content.search.SearchClient;
import dev.confluencekit.content.search.SearchQuery;
import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.core.error.BadRequestException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds pages and blog posts by their titles. Listings take one title a request; so many titles are searched for together
 * first. The index of the search lags and what it finds may have changed: what it found is read by id, and what it did not
 * find is asked for by its title.
 */
final class TitleLookup {
    private static final int FEW = 3;
    private static final int MOST_TITLES = 25;
    private static final int MOST_LETTERS = 1_500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private final PagesClient pages;
    private final BlogPostsClient posts;
    private final SpacesClient spaces;
    private final SearchClient search;

    TitleLookup(PagesClient pages, BlogPostsClient posts, SpacesClient spaces, SearchClient search) {
        this.pages = pages;
        this.posts = posts;
        this.spaces = spaces;
        this.search = search;
    }

    void answer(Answers answers) {
        List<Title> wanted = answers.titles().takeWanted();
        List<Title> wantedPages = wanted.stream().filter(title -> !title.post()).toList();
        if (wantedPages.size() > FEW) {
            searchFor(wantedPages, answers);
        }
        for (Title title : wanted) {
            if (!answers.titles().isKnown(title)) {
                Lookup.unlessRefused(() -> answers.titles().learn(title, title.post() ? post(title) : page(title)));
                answers.titles().absentIfUnknown(List.of(title));
            }
        }
    }

    /** Archived pages keep their titles, and are linked to still. */
    private @Nullable Found page(Title title) {
        return pages
                .list(PageQuery.inSpace(title.space())
                        .title(title.text())
                        .status(PageStatus.CURRENT, PageStatus.ARCHIVED))
                .stream()
                .filter(page -> title.text().equals(page.title()))
                .findFirst()
                .map(Finds::of)
                .orElse(null);
    }

    /** Blog posts may share a title; the day tells them apart, in whatever zone it was written. */
    private @Nullable Found post(Title title) {
        List<BlogPost> named = posts.list(BlogPostQuery.inSpace(title.space()).title(title.text())).stream()
                .filter(post -> title.text().equals(post.title()))
                .toList();
        return named.stream()
                .filter(post -> title.day() == null || title.day().equals(day(post.createdAt())))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .map(Finds::of)
                .orElse(null);
    }

    private static @Nullable String day(@Nullable Instant instant) {
        return instant == null ? null : DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    private void searchFor(List<Title> wanted, Answers answers) {
        Map<SpaceId, List<Title>> bySpace = new LinkedHashMap<>();
        wanted.forEach(title -> bySpace.computeIfAbsent(title.space(), space -> new ArrayList<>())
                .add(title));
        bySpace.values().removeIf(titles -> titles.size() <= FEW);
        learnKeys(bySpace.keySet(), answers);
        Set<PageId> found = new LinkedHashSet<>();
        bySpace.forEach((space, titles) -> answers.keyOf(space)
                .ifPresent(key ->
                        queries(key, titles).forEach(query -> Lookup.unlessRefused(() -> hits(query, found)))));
        Lookup.inParts(
                List.copyOf(found),
                part -> pages.list(Finds.byIds(part)).forEach(page -> {
                    if (page.spaceId() != null && page.title() != null) {
                        answers.titles().learn(Title.page(page.spaceId(), page.title()), Finds.of(page));
                    }
                }));
    }

    private void learnKeys(Set<SpaceId> wanted, Answers answers) {
        List<SpaceId> unknown =
                wanted.stream().filter(space -> answers.keyOf(space).isEmpty()).toList();
        Lookup.inParts(
                unknown,
                part -> spaces.list(SpaceQuery.byIds(part)).forEach(space -> {
                    if (space.key() != null) {
                        answers.learnKey(space.id(), space.key());
                    }
                }));
    }

    private static List<Cql> queries(String spaceKey, List<Title> titles) {
        List<Cql> queries = new ArrayList<>();
        Cql either = null;
        int count = 0;
        int letters = 0;
        for (Title title : titles) {
            int more = title.text().length();
            if (either != null && (count == MOST_TITLES || letters + more > MOST_LETTERS)) {
                queries.add(Cql.space(spaceKey).and(Cql.type("page")).and(either));
                either = null;
                count = 0;
                letters = 0;
            }
            Cql one = Cql.title(title.text());
            either = either == null ? one : either.or(one);
            count++;
            letters += more;
        }
        if (either != null) {
            queries.add(Cql.space(spaceKey).and(Cql.type("page")).and(either));
        }
        return queries;
    }

    private void hits(Cql query, Set<PageId> found) {
        try {
            search.content(SearchQuery.of(query))
                    .forEach(hit -> found.add(PageId.of(hit.id().value())));
        } catch (BadRequestException e) {
            // A title that the query language stumbles over is asked for by itself, like all that was not found.
        }
    }
}
