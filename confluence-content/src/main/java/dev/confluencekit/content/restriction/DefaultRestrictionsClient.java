package dev.confluencekit.content.restriction;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.hierarchy.Ancestor;
import dev.confluencekit.content.hierarchy.HierarchyClient;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.Lookups;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.Reconciler;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Restrictions over a connection; version 1 alone knows them. */
final class DefaultRestrictionsClient implements RestrictionsClient {
    private static final String CONTENT = "/wiki/rest/api/content/{id}";
    private static final String OPERATION = CONTENT + "/restriction/byOperation/{operationKey}";
    private static final String USER = OPERATION + "/user";
    private static final String GROUP = OPERATION + "/byGroupId/{groupId}";
    private static final int BATCH = 100;

    private final ConfluenceConnection connection;

    DefaultRestrictionsClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    /** Read until an answer names nobody new: the service cuts lists where it likes. */
    @Override
    public Restriction get(ContentId id, RestrictedOperation operation) {
        Set<AccountId> users = new LinkedHashSet<>();
        Set<GroupId> groups = new LinkedHashSet<>();
        int start = 0;
        boolean more = true;
        while (more) {
            RestrictionAnswer.Subjects named = connection
                    .fetch(
                            ApiRequest.get("getRestrictionsForOperation", OPERATION)
                                    .path("id", id.value())
                                    .path("operationKey", operation.key())
                                    .query("expand", "restrictions.user")
                                    .query("expand", "restrictions.group")
                                    .query("start", start)
                                    .query("limit", BATCH)
                                    .build(),
                            RestrictionAnswer.class)
                    .restrictions();
            boolean added = false;
            for (RestrictionAnswer.Account account : named.user().results()) {
                added |= users.add(account.accountId());
            }
            for (RestrictionAnswer.Group group : named.group().results()) {
                added |= groups.add(group.id());
            }
            start += Math.max(
                    named.user().results().size(), named.group().results().size());
            more = added;
        }
        return new Restriction(id, operation, users, groups);
    }

    @Override
    public boolean names(ContentId id, RestrictedOperation operation, AccountId account) {
        return found(user("GET", "getContentRestrictionStatusForUser", id, operation, account));
    }

    @Override
    public boolean names(ContentId id, RestrictedOperation operation, GroupId group) {
        return found(group("GET", "getIndividualGroupRestrictionStatusByGroupId", id, operation, group));
    }

    private boolean found(ApiRequest question) {
        return Lookups.find(() -> {
                    connection.send(question);
                    return true;
                })
                .orElse(false);
    }

    @Override
    public void add(ContentId id, RestrictedOperation operation, AccountId account) {
        write(user("PUT", "addUserToContentRestriction", id, operation, account), () -> names(id, operation, account));
    }

    @Override
    public void add(ContentId id, RestrictedOperation operation, GroupId group) {
        write(
                group("PUT", "addGroupToContentRestrictionByGroupId", id, operation, group),
                () -> names(id, operation, group));
    }

    @Override
    public void remove(ContentId id, RestrictedOperation operation, AccountId account) {
        write(
                user("DELETE", "removeUserFromContentRestriction", id, operation, account),
                () -> !names(id, operation, account));
    }

    @Override
    public void remove(ContentId id, RestrictedOperation operation, GroupId group) {
        write(
                group("DELETE", "removeGroupFromContentRestriction", id, operation, group),
                () -> !names(id, operation, group));
    }

    @Override
    public void clear(ContentId id) {
        write(
                ApiRequest.of("DELETE", "deleteRestrictions", CONTENT + "/restriction")
                        .path("id", id.value())
                        .build(),
                () -> !get(id, RestrictedOperation.READ).isRestricted()
                        && !get(id, RestrictedOperation.UPDATE).isRestricted());
    }

    private void write(ApiRequest request, BooleanSupplier done) {
        Reconciler<Boolean> lost = through -> done.getAsBoolean() ? Finding.tookEffect(true) : Finding.noTrace();
        connection.write(
                through -> {
                    through.send(request);
                    return true;
                },
                lost);
    }

    private static ApiRequest user(
            String method, String name, ContentId id, RestrictedOperation operation, AccountId account) {
        return ApiRequest.of(method, name, USER)
                .path("id", id.value())
                .path("operationKey", operation.key())
                .query("accountId", account.value())
                .build();
    }

    private static ApiRequest group(
            String method, String name, ContentId id, RestrictedOperation operation, GroupId group) {
        return ApiRequest.of(method, name, GROUP)
                .path("id", id.value())
                .path("operationKey", operation.key())
                .path("groupId", group.value())
                .build();
    }

    @Override
    public ReadAccess effectiveReadAccess(PageId id) {
        ContentId page = ContentId.of(id.value());
        List<ContentId> way = closed(page, page, () -> ancestors(id));
        way.add(page);
        List<Restriction> levels = new ArrayList<>();
        for (ContentId level : way) {
            levels.add(closed(page, level, () -> get(level, RestrictedOperation.READ)));
        }
        return new ReadAccess(page, levels);
    }

    private static <T> T closed(ContentId page, ContentId level, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ConfluenceInterruptedException | ConfluenceClosedException e) {
            throw e;
        } catch (ConfluenceException e) {
            throw new ReadAccessUnknownException(page, level, e);
        }
    }

    /** From the top down. */
    private List<ContentId> ancestors(PageId id) {
        List<ContentId> way = HierarchyClient.over(connection, ContentOwner.page(id)).ancestors().stream()
                .map(Ancestor::id)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(way);
        return way;
    }

    @Override
    public boolean permits(ContentId id, AccountId account, CheckedOperation operation) {
        return permits(id, "user", account.value(), operation);
    }

    @Override
    public boolean permits(ContentId id, GroupId group, CheckedOperation operation) {
        return permits(id, "group", group.value(), operation);
    }

    /** A denial is an answer, not an error. */
    private boolean permits(ContentId id, String type, String identifier, CheckedOperation operation) {
        return connection
                .fetch(
                        ApiRequest.of("POST", "checkContentPermission", CONTENT + "/permission/check")
                                .path("id", id.value())
                                .safe()
                                .jsonBody(new JsonBody()
                                        .with("subject", Map.of("type", type, "identifier", identifier))
                                        .with("operation", operation.key())
                                        .json())
                                .build(),
                        PermissionAnswer.class)
                .hasPermission();
    }
}
