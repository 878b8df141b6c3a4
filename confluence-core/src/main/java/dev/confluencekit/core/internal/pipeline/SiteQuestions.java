package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import java.time.Duration;

/** The questions about a site that need no credential, asked through the pipeline like everything else. */
final class SiteQuestions {
    private static final ApiRequest TENANT_INFO =
            ApiRequest.get("tenantInfo", "/_edge/tenant_info").anonymous().build();
    private static final ApiRequest SERVER_INFORMATION = ApiRequest.get(
                    "serverInformation", "/rest/api/server-information")
            .anonymous()
            .build();

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final CallPipeline pipeline;
    private final JsonCodec codec;

    SiteQuestions(CallPipeline pipeline, JsonCodec codec) {
        this.pipeline = pipeline;
        this.codec = codec;
    }

    /** Asks, where that is needed, within what is left of the time of the call that wants to know. */
    String cloudId(CallTarget target, CallOptions options, Deadline deadline) {
        return target.resolver()
                .cloudId(
                        deadline.remaining(),
                        () -> ask(target, options, deadline, TENANT_INFO, SiteResolver.TenantInfo.class),
                        () -> ask(target, options, deadline, SERVER_INFORMATION, SiteResolver.ServerInformation.class));
    }

    private <T> T ask(CallTarget target, CallOptions options, Deadline deadline, ApiRequest request, Class<T> type) {
        Duration left = deadline.remaining().compareTo(SHORTEST) < 0 ? SHORTEST : deadline.remaining();
        return pipeline.call(target, request, options.timeout(left), (headers, body) -> codec.read(body, type));
    }
}
