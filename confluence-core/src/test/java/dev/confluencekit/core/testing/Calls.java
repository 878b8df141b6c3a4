package dev.confluencekit.core.testing;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;

/** The requests and the credential that the tests have in common. */
public final class Calls {
    /** A key with characters that every encoding changes. */
    public static final String TOKEN = "ATATT3xFfGF0+se/cret=0A1B2C3D";

    /** The credential. */
    public static final Authorization KEY = Authorization.basic("ann@example.com", Secret.of(TOKEN));

    /** A reading request with a query that must not show anywhere. */
    public static final ApiRequest GET = ApiRequest.get("getPageById", "/wiki/api/v2/pages/{id}")
            .path("id", "42")
            .query("body-format", "query-value")
            .build();

    /** A creating request. */
    public static final ApiRequest POST = ApiRequest.of("POST", "createPage", "/wiki/api/v2/pages")
            .jsonBody("{\"spaceId\":\"98304\"}")
            .build();

    private static final String WHOLE_PAGE = "{\"id\":\"42\",\"status\":\"current\",\"title\":\"Returns\","
            + "\"body\":{\"representation\":\"storage\",\"value\":\"\"},\"version\":{\"number\":2}}";

    private Calls() {}

    /** A page request with a method. */
    public static ApiRequest of(String method) {
        String plain = method.replace("SAFE_", "");
        String path = plain.equals("POST") ? "/wiki/api/v2/pages" : "/wiki/api/v2/pages/42";
        ApiRequest.Builder request = ApiRequest.of(plain, "page", path);
        switch (plain) {
            case "POST" -> request.jsonBody("{\"spaceId\":\"98304\"}");
            case "PUT" -> request.jsonBody(WHOLE_PAGE);
            default -> {}
        }
        return method.startsWith("SAFE_") ? request.safe().build() : request.build();
    }

    /** Connects to a server on this machine with {@link #KEY}. */
    public static ConfluenceConnection connect(ConfluenceRuntime runtime, RawServer server) {
        return runtime.connect(ConfluenceSite.loopback(server.address()), () -> KEY, null);
    }

    /** Connects to a site on atlassian.net with {@link #KEY}. */
    public static ConfluenceConnection connect(ConfluenceRuntime runtime, String site) {
        return runtime.connect(ConfluenceSite.parse(site), () -> KEY, null);
    }
}
