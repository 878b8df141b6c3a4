package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.Optional;

/** Finds what properties, labels, versions and the like belong to, as far as the caller may see it. */
final class Owners {

    private final ContentStore store;
    private final Errors errors;

    Owners(Backstage backstage) {
        this.store = backstage.store();
        this.errors = backstage.errors();
    }

    /** The page or blog post of a call, by the kind in its path. */
    PageEntry content(Call call, ContentKind kind) {
        long id = call.parameters().id("id", call.argument(), "ContentId");
        return store.page(id)
                .filter(found -> found.kind() == kind)
                .filter(found -> found.status() != PageStatus.DRAFT)
                .filter(found -> call.maySee(found, store))
                .orElseThrow(() -> notThere(Family.V2));
    }

    /** The page or blog post of a call to version 1, which does not say the kind. */
    PageEntry content(Call call) {
        long id = call.parameters().id("id", call.argument(), "ContentId");
        return store.page(id).filter(found -> call.maySee(found, store)).orElseThrow(() -> notThere(Family.V1));
    }

    /** What shall be above what a call writes, if it says so. Edit restrictions of it do not matter. */
    Optional<Long> parent(Call call, JsonNode body) {
        if (!body.hasNonNull("parentId")) {
            return Optional.empty();
        }
        long id = call.parameters().id("parentId", body.path("parentId").asText(), "ContentId");
        PageEntry parent =
                store.page(id).filter(found -> call.maySee(found, store)).orElseThrow(() -> notThere(Family.V2));
        return Optional.of(parent.id());
    }

    /** The id of the space of a call. */
    long space(Call call) {
        long id = call.parameters().id("id", call.argument(), "SpaceId");
        return store.space(id)
                .filter(call::maySee)
                .orElseThrow(() -> notThere(Family.V2))
                .id();
    }

    /** Who writes; nobody may not. */
    String author(Call call, Family family) {
        Account account = call.account();
        if (account == null) {
            throw notThere(family);
        }
        return account.person().accountId();
    }

    private ApiProblem notThere(Family family) {
        return new ApiProblem(errors.notFound(family));
    }
}
