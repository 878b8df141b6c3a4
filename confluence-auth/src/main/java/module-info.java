/** Credentials and the API-key authenticator. */
module dev.confluencekit.auth {
    requires transitive dev.confluencekit.core;
    requires static org.jspecify;

    exports dev.confluencekit.auth;
}
