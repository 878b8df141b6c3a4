/** A user's module. It names the one module that users are told to name. */
module dev.confluencekit.consumer {
    requires dev.confluencekit.integration;

    exports dev.confluencekit.consumer;
}
