package dev.confluencekit.sync.internal.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.label.Label;
import dev.confluencekit.content.label.LabelsClient;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.property.PropertiesClient;
import dev.confluencekit.content.property.Property;
import dev.confluencekit.content.restriction.RestrictedOperation;
import dev.confluencekit.content.restriction.Restriction;
import dev.confluencekit.content.restriction.RestrictionsClient;
import dev.confluencekit.content.search.Cql;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.content.space.SpaceStatus;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.content.user.User;
import dev.confluencekit.content.user.UsersClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.site.SiteCondition;
import dev.confluencekit.sync.item.ItemAccess;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.scope.MirrorScope.Part;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The calls of a run. Each makes its requests on the caller's thread; safe for use by many threads. */
public final class SiteReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConfluenceConnection connection;
    private final MirrorScope scope;
    private final WebAddresses web;
    private final SpacesClient spaces;
    private final RestrictionsClient restrictions;
    private final FamilyReader families;
    private final List<Shelf> shelves = new ArrayList<>();

    /** What a scope takes of a site. */
    public SiteReader(ConfluenceConnection connection, MirrorScope scope) {
        this.connection = connection;
        this.scope = scope;
        this.web = new WebAddresses(connection.site());
        this.spaces = SpacesClient.over(connection);
        this.restrictions = RestrictionsClient.over(connection);
        this.families = new FamilyReader(connection, scope, web);
        SpaceKeys keys = new SpaceKeys(spaces);
        shelves.add(new PageShelf(PagesClient.over(connection, keys), web, scope.has(Part.ARCHIVED)));
        if (scope.has(Part.BLOG_POSTS)) {
            shelves.add(new BlogPostShelf(BlogPostsClient.over(connection, keys), web));
        }
    }

    /** Pages, and blog posts if they are in scope. */
    public List<Shelf> shelves() {
        return List.copyOf(shelves);
    }

    /** What belongs to them. */
    public FamilyReader families() {
        return families;
    }

    /** The account that the site takes the key for, or empty if for nobody's. */
    public Optional<String> account() {
        User user = UsersClient.over(connection).current();
        return user.isAccount() ? Optional.ofNullable(user.accountId()) : Optional.empty();
    }

    /** The time by the site's clock, or by this machine's while the site has not told. */
    public Instant now() {
        SiteCondition condition = connection.condition();
        Instant here = connection.time().now();
        return condition.clockDifference() == null ? here : here.plus(condition.clockDifference());
    }

    /** Whether the site has told its time. */
    public boolean knowsTime() {
        return connection.condition().clockDifference() != null;
    }

    /** The current spaces of the scope that the account may see. */
    public List<Space> spaces() {
        SpaceQuery query = scope.spaceKeys()
                .map(SpaceQuery::byKeys)
                .orElseGet(SpaceQuery::all)
                .status(SpaceStatus.CURRENT);
        return spaces.list(query).stream().toList();
    }

    /** A space, if the account may see it. */
    public Optional<Space> space(SpaceId id) {
        return spaces.find(id);
    }

    /** A space as an item. */
    public MirrorItem item(Space space) {
        ItemKey key = new ItemKey(ItemKind.SPACE, space.id().value());
        ItemDetails details = Row.spaceDetails(
                space.key(),
                space.createdAt(),
                Texts.orNull(space.authorId()),
                web.apply(space.links() == null ? null : space.links().webui()));
        ItemState blank = new ItemState(
                key,
                space.id().value(),
                null,
                null,
                space.name() == null ? "" : space.name(),
                Texts.of(space.status()),
                0,
                "",
                null);
        ItemState state = new ItemState(
                key,
                blank.spaceId(),
                null,
                null,
                blank.title(),
                blank.status(),
                0,
                Fingerprint.of(blank, details),
                null);
        return new MirrorItem(state, details, null, null);
    }

    /** About how many pages and blog posts are in scope, as the search index has them. */
    public long countInScope() {
        Cql kinds = scope.has(Part.BLOG_POSTS) ? Cql.in("type", List.of("page", "blogpost")) : Cql.type("page");
        Cql wanted = scope.spaceKeys().map(Cql::spaces).map(kinds::and).orElse(kinds);
        ApiRequest question = ApiRequest.get("searchByCQL", "/wiki/rest/api/search")
                .query("cql", wanted.text(ZoneOffset.UTC))
                .query("limit", "1")
                .build();
        return connection.fetch(question, JsonNode.class).path("totalSize").asLong();
    }

    /** Whether pages have parts in scope that no listing brings along. */
    public boolean hasParts() {
        return scope.has(Part.LABELS) || scope.has(Part.PROPERTIES) || scope.has(Part.RESTRICTIONS);
    }

    /** How many requests {@link #parts} makes of each item. */
    public int requestsForParts() {
        return (scope.has(Part.LABELS) ? 1 : 0)
                + (scope.has(Part.PROPERTIES) ? 1 : 0)
                + (scope.has(Part.RESTRICTIONS) ? 2 : 0);
    }

    /** The parts in scope of a page or blog post. */
    public Parts parts(ItemKey key) {
        ContentOwner owner = owner(key);
        return new Parts(
                scope.has(Part.LABELS) ? labels(owner) : new TreeSet<>(),
                scope.has(Part.PROPERTIES) ? properties(owner) : new TreeMap<>(),
                scope.has(Part.RESTRICTIONS) ? access(ContentId.of(key.id())) : null);
    }

    static ContentOwner owner(ItemKey key) {
        return key.kind() == ItemKind.PAGE
                ? ContentOwner.page(PageId.of(key.id()))
                : ContentOwner.blogPost(ContentId.of(key.id()));
    }

    private SortedSet<String> labels(ContentOwner owner) {
        SortedSet<String> names = new TreeSet<>();
        for (Label label : LabelsClient.over(connection, owner).list()) {
            if (label.name() != null) {
                boolean plain = label.prefix() == null || label.prefix().equals("global");
                names.add(plain ? label.name() : label.prefix() + ":" + label.name());
            }
        }
        return names;
    }

    private SortedMap<String, String> properties(ContentOwner owner) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Property property : PropertiesClient.over(connection, owner).list()) {
            if (property.key() != null) {
                values.put(property.key(), json(property.value()));
            }
        }
        return values;
    }

    private static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read from JSON is none", e);
        }
    }

    private ItemAccess access(ContentId id) {
        Restriction read = restrictions.get(id, RestrictedOperation.READ);
        Restriction update = restrictions.get(id, RestrictedOperation.UPDATE);
        return new ItemAccess(users(read), groups(read), users(update), groups(update));
    }

    private static SortedSet<String> users(Restriction restriction) {
        SortedSet<String> ids = new TreeSet<>();
        restriction.users().forEach(user -> ids.add(user.value()));
        return ids;
    }

    private static SortedSet<String> groups(Restriction restriction) {
        SortedSet<String> ids = new TreeSet<>();
        restriction.groups().forEach(group -> ids.add(group.value()));
        return ids;
    }
}
