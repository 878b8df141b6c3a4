package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.CustomPlace;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.Optional;
import java.util.Set;

/** {@code POST /content/convert-ids-to-types}: what ids are ids of; null for what the caller may not see or is not there. */
final class ContentTypeRoute {

    private static final int MOST = 100;

    private final Backstage backstage;
    private final Community community;
    private final Subjects subjects;

    ContentTypeRoute(Backstage backstage, Community community, Subjects subjects) {
        this.backstage = backstage;
        this.community = community;
        this.subjects = subjects;
    }

    Route route() {
        return Route.of(
                "POST",
                "/wiki/api/v2/content/convert-ids-to-types",
                Family.V2,
                Set.of("read:content.metadata:confluence"),
                this::convert);
    }

    private SimulatedResponse convert(Call call) {
        JsonNode ids = call.json().path("contentIds");
        if (!ids.isArray() || ids.size() > MOST) {
            throw new ApiProblem(
                    backstage.errors().refused(400, "contentIds must be a list of at most " + MOST + " ids"));
        }
        ObjectNode body = backstage.json().object();
        ObjectNode results = body.putObject("results");
        for (JsonNode id : ids) {
            results.put(id.asText(), type(call, id.asText()).orElse(null));
        }
        return backstage.json().answer(200, body);
    }

    private String type(PageEntry page) {
        return backstage
                .store()
                .place(page.id())
                .map(CustomPlace::type)
                .orElseGet(() -> page.kind().wireName());
    }

    private Optional<String> type(Call call, String id) {
        boolean attachment = id.startsWith("att");
        String digits = attachment ? id.substring(3) : id;
        if (!digits.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        Optional<String> page =
                attachment ? Optional.empty() : subjects.visible(call, number).map(this::type);
        Optional<String> comment = attachment
                ? Optional.empty()
                : community
                        .comments()
                        .find(number)
                        .filter(found -> subjects.page(call, found).isPresent())
                        .map(found -> found.kind().typeName());
        Optional<String> file = community
                .attachments()
                .find(number)
                .filter(found -> subjects.visible(call, found.ownerId()).isPresent())
                .map(found -> "attachment");
        return page.or(() -> comment).or(() -> file);
    }
}
