package dev.confluencekit.content.raw;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of any operation of Confluence's interfaces. It names no host, and its path cannot leave the two interfaces. Immutable;
 * each method gives a changed copy.
 */
public final class RawRequest {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> ROOTS = List.of("/wiki/api/v2/", "/wiki/rest/api/");
    private static final Pattern STEPS = Pattern.compile("(/([A-Za-z0-9._~-]+|\\{[A-Za-z0-9._-]+}))+");
    private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}(/|$)");

    private final String method;
    private final String pathTemplate;
    private final Map<String, String> path;
    private final List<Map.Entry<String, String>> query;
    private final @Nullable String json;
    private final boolean readsOnly;

    private RawRequest(
            String method,
            String pathTemplate,
            Map<String, String> path,
            List<Map.Entry<String, String>> query,
            @Nullable String json,
            boolean readsOnly) {
        this.method = method;
        this.pathTemplate = pathTemplate;
        this.path = path;
        this.query = query;
        this.json = json;
        this.readsOnly = readsOnly;
    }

    /**
     * A call that reads.
     *
     * @param pathTemplate the path as the specification has it, such as {@code /wiki/api/v2/pages/{id}}
     * @return the call
     * @throws InvalidArgumentException if the path is none of {@code /wiki/api/v2/…} and {@code /wiki/rest/api/…}
     */
    public static RawRequest get(String pathTemplate) {
        return of("GET", pathTemplate);
    }

    /**
     * A call of any method.
     *
     * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
     * @param pathTemplate the path as the specification has it, such as {@code /wiki/api/v2/pages/{id}}; values that need to
     *     be encoded go into its parameters
     * @return the call
     * @throws InvalidArgumentException if the method is another, or the path is none of {@code /wiki/api/v2/…} and
     *     {@code /wiki/rest/api/…}: an absolute address, a query, {@code ..}, an escape
     */
    public static RawRequest of(String method, String pathTemplate) {
        if (!METHODS.contains(method)) {
            throw new InvalidArgumentException("method", "must be GET, POST, PUT, PATCH or DELETE");
        }
        if (ROOTS.stream().noneMatch(pathTemplate::startsWith)) {
            throw new InvalidArgumentException("pathTemplate", "must begin with /wiki/api/v2/ or /wiki/rest/api/");
        }
        if (!STEPS.matcher(pathTemplate).matches() || DOTS.matcher(pathTemplate).find()) {
            throw new InvalidArgumentException(
                    "pathTemplate",
                    "must be plain steps and parameters in braces, without query, escapes and dots for steps");
        }
        return new RawRequest(method, pathTemplate, Map.of(), List.of(), null, "GET".equals(method));
    }

    /**
     * Fills a parameter of the path.
     *
     * @param name its name in the template
     * @param value its value, not encoded
     * @return a changed copy
     * @throws InvalidArgumentException if the value is blank, {@code .} or {@code ..}, or holds a slash, a backslash or a
     *     control character
     */
    public RawRequest path(String name, String value) {
        boolean splits = value.indexOf('/') >= 0 || value.indexOf('\\') >= 0;
        if (splits || value.isBlank() || value.equals(".") || value.equals("..")) {
            throw new InvalidArgumentException(name, "cannot stand in a path");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException(name, "must not hold control characters");
        }
        if (!pathTemplate.contains("{" + name + "}")) {
            throw new InvalidArgumentException(name, "is no parameter of " + pathTemplate);
        }
        Map<String, String> more = new LinkedHashMap<>(path);
        more.put(name, value);
        return new RawRequest(method, pathTemplate, more, query, json, readsOnly);
    }

    /**
     * Adds a parameter of the query; several of one name are sent one after the other.
     *
     * @param name its name
     * @param value its value, not encoded
     * @return a changed copy
     * @throws InvalidArgumentException if the name is blank
     */
    public RawRequest query(String name, String value) {
        if (name.isBlank()) {
            throw new InvalidArgumentException("name", "is missing");
        }
        List<Map.Entry<String, String>> more = new ArrayList<>(query);
        more.add(Map.entry(name, value));
        return new RawRequest(method, pathTemplate, path, more, json, readsOnly);
    }

    /**
     * Sets the body.
     *
     * @param text a JSON text
     * @return a changed copy
     * @throws InvalidArgumentException if the method is {@code GET}, or the text is blank
     */
    public RawRequest json(String text) {
        if ("GET".equals(method)) {
            throw new InvalidArgumentException("json", "cannot go along with GET");
        }
        if (text.isBlank()) {
            throw new InvalidArgumentException("json", "is missing");
        }
        return new RawRequest(method, pathTemplate, path, query, text, readsOnly);
    }

    /**
     * Says that the call reads only although its method would allow it to write, so that it is repeated like other reading
     * calls.
     *
     * @return a changed copy
     */
    public RawRequest readsOnly() {
        return new RawRequest(method, pathTemplate, path, query, json, true);
    }

    ApiRequest toApiRequest() {
        ApiRequest.Builder request = ApiRequest.of(method, "raw", pathTemplate);
        path.forEach(request::path);
        query.forEach(parameter -> request.query(parameter.getKey(), parameter.getValue()));
        if (json != null) {
            request.jsonBody(json);
        }
        return readsOnly ? request.safe().build() : request.build();
    }

    /**
     * Method and path template.
     *
     * @return never a value, a query or the body
     */
    @Override
    public String toString() {
        return method + " " + pathTemplate;
    }
}
