package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;

/** The questions about a site that need no credential, asked through the pipeline like everything else. */
final class SiteQuestions {
    private static final ApiRequest TENANT_INFO =
            ApiRequest.get("tenantInfo", "/_edge/tenant_info").anonymous().build();
    private static final ApiRequest SERVER_INFORMATION = ApiRequest.get(
                    "serverInformation", "/rest/api/server-information")
            .anonymous()
            .build();

    private final CallPipeline pipeline;
    private final JsonCodec codec;

    SiteQuestions(CallPipeline pipeline, JsonCodec codec) {
        this.pipeline = pipeline;
        this.codec = codec;
    }

    String cloudId(CallTarget target, CallOptions options) {
        return target.resolver()
                .cloudId(
                        () -> ask(target, options, TENANT_INFO, SiteResolver.TenantInfo.class),
                        () -> ask(target, options, SERVER_INFORMATION, SiteResolver.ServerInformation.class));
    }

    private <T> T ask(CallTarget target, CallOptions options, ApiRequest request, Class<T> type) {
        return pipeline.call(target, request, options, (headers, body) -> codec.read(body, type));
    }
}
