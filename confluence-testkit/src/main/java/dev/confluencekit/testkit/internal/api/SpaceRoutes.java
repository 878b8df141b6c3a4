package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpacePrincipal;
import dev.confluencekit.testkit.internal.site.SpaceRoles;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code GET /spaces} and {@code GET /spaces/{id}}. */
final class SpaceRoutes {

    private static final Set<String> TYPES = Set.of(
            "global", "collaboration", "knowledge_base", "personal", "system", "onboarding", "xflow_sample_space");
    private static final Set<String> DESCRIPTION_FORMATS = Set.of("plain", "view");

    private final ContentStore store;
    private final Listing listing;
    private final Includes includes;
    private final Json json;
    private final Errors errors;
    private final URI siteBase;
    private final SpaceRoles roles;
    private final PropertyRoutes properties;

    SpaceRoutes(
            ContentStore store,
            Listing listing,
            Includes includes,
            Json json,
            Errors errors,
            URI siteBase,
            SpaceRoles roles,
            PropertyRoutes properties) {
        this.roles = roles;
        this.properties = properties;
        this.store = store;
        this.listing = listing;
        this.includes = includes;
        this.json = json;
        this.errors = errors;
        this.siteBase = siteBase;
    }

    SimulatedResponse list(Call call) {
        Parameters parameters = call.parameters();
        List<Long> ids = parameters.ids("ids", 250, "SpaceId");
        List<String> keys = parameters.texts("keys", 250);
        Optional<String> type = parameters.oneOf("type", TYPES);
        Optional<String> status = parameters.oneOf("status", Set.of("current", "archived"));
        List<String> labels = parameters.texts("labels", Integer.MAX_VALUE);
        // Nobody has starred anything here.
        boolean favoritesOnly = parameters.text("favorited-by").isPresent();
        Predicate<SpaceEntry> filter = space -> !favoritesOnly
                && (ids.isEmpty() || ids.contains(space.id()))
                && (keys.isEmpty() || keys.contains(space.key()))
                && (type.isEmpty() || type.get().equals(space.type()))
                && (status.isEmpty() || status.get().equals(space.status()))
                && (labels.isEmpty() || labels.stream().anyMatch(space.labels()::contains))
                && call.maySee(space);
        Optional<String> description = parameters.oneOf("description-format", DESCRIPTION_FORMATS);
        boolean icon = parameters.flag("include-icon", false);
        Ordering<SpaceEntry> order = parameters.order(Ordering.ofSpaces());
        return listing.answer(
                call.path(),
                parameters,
                order,
                order.sorted(store.spaces()),
                filter,
                space -> bulk(space, description, icon));
    }

    SimulatedResponse get(Call call) {
        Parameters parameters = call.parameters();
        long id = parameters.id("id", call.argument(), "SpaceId");
        Optional<String> description = parameters.oneOf("description-format", DESCRIPTION_FORMATS);
        boolean icon = parameters.flag("include-icon", false);
        SpaceEntry space =
                store.space(id).filter(call::maySee).orElseThrow(() -> new ApiProblem(errors.notFound(Family.V2)));
        ObjectNode node = bulk(space, description, icon);
        // Of lists only, by the specification.
        node.remove("currentActiveAlias");
        addIncludes(node, space, call);
        node.withObjectProperty("_links").put("base", siteBase.toString());
        return json.answer(200, node);
    }

    ObjectNode bulk(SpaceEntry space, Optional<String> descriptionFormat, boolean withIcon) {
        ObjectNode node = json.object();
        Long homepage = space.homepageId();
        node.put("id", String.valueOf(space.id()));
        node.put("key", space.key());
        node.put("name", space.name());
        node.put("type", space.type());
        node.put("status", space.status());
        node.put("authorId", space.authorId());
        node.put("spaceOwnerId", space.authorId());
        node.put("currentActiveAlias", space.key());
        node.put("createdAt", Json.timestamp(space.createdAt()));
        node.put("homepageId", homepage == null ? null : homepage.toString());
        ObjectNode description = node.putObject("description");
        descriptionFormat.ifPresent(format -> {
            ObjectNode representation = description.putObject(format);
            representation.put("representation", format);
            representation.put("value", format.equals("view") ? paragraph(space.description()) : space.description());
        });
        if (withIcon) {
            ObjectNode icon = node.putObject("icon");
            icon.put("path", "/wiki/aa-avatar/space/" + space.id());
            icon.put("apiDownloadLink", "/wiki/rest/api/space/" + space.key() + "/icon");
        } else {
            node.putNull("icon");
        }
        node.putObject("_links").put("webui", WebLinks.space(space));
        return node;
    }

    private static String paragraph(String plain) {
        String escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return plain.isEmpty() ? "" : "<p>" + escaped + "</p>";
    }

    private void addIncludes(ObjectNode node, SpaceEntry space, Call call) {
        Parameters parameters = call.parameters();
        String self = "/wiki/api/v2/spaces/" + space.id();
        if (parameters.flag("include-operations", false)) {
            includes.add(
                    node,
                    "operations",
                    self + "/operations",
                    new Rights(store).on(call, space),
                    right -> includes.operation(right.operation(), right.targetType()));
        }
        if (parameters.flag("include-properties", false)) {
            properties.includeOfSpace(node, space.id(), self + "/properties");
        }
        if (parameters.flag("include-permissions", false)) {
            includes.add(
                    node,
                    "permissions",
                    self + "/permissions",
                    space.grants().all(),
                    grant -> SpacePermissionRoutes.shape(json, grant));
        }
        if (parameters.flag("include-role-assignments", false)) {
            includes.add(
                    node,
                    "roleAssignments",
                    self + "/role-assignments",
                    roles.alone()
                            ? List.copyOf(space.grants().roles().entrySet())
                            : List.<Map.Entry<SpacePrincipal, String>>of(),
                    entry -> SpaceRoleRoutes.shape(json, entry.getKey(), entry.getValue()));
        }
        if (parameters.flag("include-labels", false)) {
            includes.add(
                    node,
                    "labels",
                    self + "/labels",
                    space.labels(),
                    label -> includes.label(LabelText.of("team", label)));
        }
    }
}
