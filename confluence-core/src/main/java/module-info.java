/** Site addresses, the call pipeline, paging, errors, JSON, secrets. */
module dev.confluencekit.core {
    requires com.fasterxml.jackson.databind;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires transitive java.net.http;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.confluencekit.core;
    exports dev.confluencekit.core.error;
    exports dev.confluencekit.core.internal.state to
            dev.confluencekit.auth,
            dev.confluencekit.integration,
            dev.confluencekit.sync;
    exports dev.confluencekit.core.json;
    exports dev.confluencekit.core.observe;
    exports dev.confluencekit.core.paging;
    exports dev.confluencekit.core.request;
    exports dev.confluencekit.core.secret;
    exports dev.confluencekit.core.site;
    exports dev.confluencekit.core.time;
    exports dev.confluencekit.core.transfer;
    exports dev.confluencekit.core.transport;

    opens dev.confluencekit.core.internal.pipeline to
            com.fasterxml.jackson.databind;
}
