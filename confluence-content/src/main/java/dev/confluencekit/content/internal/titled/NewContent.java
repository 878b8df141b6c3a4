package dev.confluencekit.content.internal.titled;

import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.request.ApiRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Content to be created.
 *
 * @param spaceId its space
 * @param title its title, empty for a draft that has none yet
 * @param body its body, if it has one yet
 * @param draft whether it is not to be published yet
 * @param more further members of the request's body
 * @param parameters further parameters of the request
 */
public record NewContent(
        String spaceId,
        String title,
        @Nullable NewBody body,
        boolean draft,
        Map<String, Object> more,
        Map<String, Object> parameters) {
    /** Copies the maps; refuses a publication without a title. */
    public NewContent {
        if (!draft) {
            Checks.text("title", title);
        }
        more = new LinkedHashMap<>(more);
        parameters = new LinkedHashMap<>(parameters);
    }

    ApiRequest request(ApiRequest.Builder to) {
        JsonBody json = new JsonBody()
                .with("spaceId", spaceId)
                .with("status", draft ? "draft" : "current")
                .with("title", title.isEmpty() ? null : title)
                .with("body", body == null ? null : body.members());
        more.forEach(json::with);
        parameters.forEach(to::query);
        return to.jsonBody(json.json()).build();
    }
}
