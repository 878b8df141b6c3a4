package dev.confluencekit.core.request;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.transfer.Multipart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the Confluence REST API with its parameters filled in. It names no host: where it is sent is decided
 * by the connection. Immutable.
 */
public final class ApiRequest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final String operation;
    private final String method;
    private final String pathTemplate;
    private final String path;
    private final List<Parameter> query;
    private final String pathAndQuery;
    private final @Nullable String jsonBody;
    private final @Nullable Multipart multipart;
    private final boolean safe;
    private final boolean shrinkable;
    private final boolean anonymous;

    private ApiRequest(Builder builder, List<Parameter> query) {
        this.operation = builder.operation;
        this.method = builder.method;
        this.pathTemplate = builder.pathTemplate;
        this.path = builder.filledPath();
        this.query = List.copyOf(query);
        this.pathAndQuery = encoded(path, this.query);
        this.jsonBody = builder.jsonBody;
        this.multipart = builder.multipart;
        this.safe = builder.safe;
        this.shrinkable = false;
        this.anonymous = builder.anonymous;
    }

    private ApiRequest(ApiRequest base, List<Parameter> query, boolean shrinkable) {
        this.operation = base.operation;
        this.method = base.method;
        this.pathTemplate = base.pathTemplate;
        this.path = base.path;
        this.query = List.copyOf(query);
        this.pathAndQuery = encoded(path, this.query);
        this.jsonBody = base.jsonBody;
        this.multipart = base.multipart;
        this.safe = base.safe;
        this.shrinkable = shrinkable;
        this.anonymous = base.anonymous;
    }

    /**
     * Starts a reading request.
     *
     * @param operation Confluence's name of the operation, such as {@code getPageById}
     * @param pathTemplate the path from the root of the site, such as {@code /wiki/api/v2/pages/{id}}
     * @return a builder
     */
    public static Builder get(String operation, String pathTemplate) {
        return new Builder(operation, "GET", pathTemplate, true);
    }

    /**
     * Starts a request of any method.
     *
     * @param method the HTTP method
     * @param operation Confluence's name of the operation
     * @param pathTemplate the path from the root of the site
     * @return a builder
     */
    public static Builder of(String method, String operation, String pathTemplate) {
        return new Builder(operation, method, pathTemplate, "GET".equals(method) || "HEAD".equals(method));
    }

    /**
     * The same request for one batch of a listing.
     *
     * @param cursor where the batch begins, or null for the beginning
     * @param limit the most rows of the batch
     * @return a copy with the two parameters added
     */
    public ApiRequest batch(@Nullable String cursor, int limit) {
        List<Parameter> all = new ArrayList<>(query);
        if (cursor != null) {
            all.add(new Parameter("cursor", cursor));
        }
        all.add(new Parameter("limit", Integer.toString(limit)));
        return new ApiRequest(this, all, limit > 1);
    }

    /**
     * Confluence's name of the operation.
     *
     * @return for example {@code getPages}
     */
    public String operation() {
        return operation;
    }

    /**
     * The HTTP method.
     *
     * @return for example {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * The path with its parameters unfilled.
     *
     * @return for example {@code /wiki/api/v2/pages/{id}}
     */
    public String pathTemplate() {
        return pathTemplate;
    }

    /**
     * The path, percent-encoded.
     *
     * @return for example {@code /wiki/api/v2/pages/123}
     */
    public String path() {
        return path;
    }

    /**
     * Path and query, percent-encoded.
     *
     * @return for example {@code /wiki/api/v2/pages?status=current}
     */
    public String pathAndQuery() {
        return pathAndQuery;
    }

    private static String encoded(String path, List<Parameter> query) {
        StringBuilder out = new StringBuilder(path);
        char separator = '?';
        for (Parameter parameter : query) {
            out.append(separator)
                    .append(PercentEncoding.encode(parameter.name()))
                    .append('=')
                    .append(PercentEncoding.encode(parameter.name(), parameter.value()));
            separator = '&';
        }
        return out.toString();
    }

    /**
     * The body.
     *
     * @return a JSON text, or null for none
     */
    public @Nullable String jsonBody() {
        return jsonBody;
    }

    /**
     * The file that goes along.
     *
     * @return a body of several parts, or null for none
     */
    public @Nullable Multipart multipart() {
        return multipart;
    }

    /**
     * Whether the request changes nothing, so that it may be sent again whatever became of it.
     *
     * @return true for reading requests
     */
    public boolean isSafe() {
        return safe;
    }

    /**
     * Whether the caller will ask for less if the service says that it is too much, or takes too long over it. Such an
     * answer is then not worth a retry at the same size.
     *
     * @return true for a batch of more than one row
     */
    public boolean isShrinkable() {
        return shrinkable;
    }

    /**
     * Whether the request goes to the site's host without a credential.
     *
     * @return true for the few questions that need none
     */
    public boolean isAnonymous() {
        return anonymous;
    }

    /**
     * Method and path.
     *
     * @return never the query or the body
     */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private record Parameter(String name, String value) {}

    /** Collects the parts of a request; for one thread. */
    public static final class Builder {
        private final String operation;
        private final String method;
        private final String pathTemplate;
        private boolean safe;
        private boolean anonymous;
        private final List<Parameter> path = new ArrayList<>();
        private final List<Parameter> query = new ArrayList<>();
        private @Nullable String jsonBody;
        private @Nullable Multipart multipart;

        private Builder(String operation, String method, String pathTemplate, boolean safe) {
            this.operation = operation;
            this.method = method;
            this.pathTemplate = pathTemplate;
            this.safe = safe;
        }

        /**
         * Fills a parameter of the path.
         *
         * @param name its name in the template
         * @param value its value, not encoded
         * @return this builder
         * @throws InvalidArgumentException if the value is empty or a relative path step
         */
        public Builder path(String name, String value) {
            if (value.isBlank() || value.equals(".") || value.equals("..")) {
                throw new InvalidArgumentException(name, "cannot stand in a path");
            }
            path.add(new Parameter(name, value));
            return this;
        }

        /**
         * Adds a query parameter, unless its value is null.
         *
         * @param name its name
         * @param value its value, not encoded; null to leave the parameter out
         * @return this builder
         */
        public Builder query(String name, @Nullable Object value) {
            if (value != null) {
                query.add(new Parameter(name, value.toString()));
            }
            return this;
        }

        /**
         * Adds a query parameter once for each value.
         *
         * @param name its name
         * @param values its values, not encoded; none to leave the parameter out
         * @return this builder
         */
        public Builder query(String name, Collection<?> values) {
            values.forEach(value -> query.add(new Parameter(name, value.toString())));
            return this;
        }

        /**
         * Sets the body.
         *
         * @param json a JSON text
         * @return this builder
         */
        public Builder jsonBody(String json) {
            this.jsonBody = json;
            return this;
        }

        /**
         * Sets a body with a file, which is streamed. Its transfer has no time limit as a whole; it is given up when it
         * stands still for as long as a single attempt may take.
         *
         * @param body the file and what is said of it
         * @return this builder
         */
        public Builder multipart(Multipart body) {
            this.multipart = body;
            return this;
        }

        /**
         * Says that the request only reads although its method would allow it to write.
         *
         * @return this builder
         */
        public Builder safe() {
            this.safe = true;
            return this;
        }

        /**
         * Sends the request to the site's host without a credential.
         *
         * @return this builder
         */
        public Builder anonymous() {
            this.anonymous = true;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return an immutable request
         * @throws InvalidArgumentException if a parameter of the path is missing, a value holds half a surrogate pair,
         *     or there are two bodies
         */
        public ApiRequest build() {
            if (jsonBody != null && multipart != null) {
                throw new InvalidArgumentException("multipart", "excludes jsonBody; give one of the two");
            }
            return new ApiRequest(this, query);
        }

        private String filledPath() {
            StringBuilder filled = new StringBuilder();
            Matcher matcher = PLACEHOLDER.matcher(pathTemplate);
            while (matcher.find()) {
                matcher.appendReplacement(filled, Matcher.quoteReplacement(valueOf(matcher.group(1))));
            }
            return matcher.appendTail(filled).toString();
        }

        private String valueOf(String name) {
            return path.stream()
                    .filter(p -> p.name().equals(name))
                    .map(p -> PercentEncoding.encode(name, p.value()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidArgumentException(name, "is missing from the path"));
        }
    }
}
