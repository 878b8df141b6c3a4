package dev.confluencekit.core;

import java.lang.module.ModuleDescriptor;
import java.util.Objects;

/** How the library names itself to the service. */
final class UserAgent {
    private UserAgent() {}

    static String with(String suffix) {
        String name =
                "ConfluenceKit/" + version() + " Java/" + Runtime.version().feature();
        return suffix.isEmpty() ? name : name + " " + suffix;
    }

    private static String version() {
        ModuleDescriptor module = UserAgent.class.getModule().getDescriptor();
        String ofJar = UserAgent.class.getPackage().getImplementationVersion();
        return module == null
                ? Objects.requireNonNullElse(ofJar, "dev")
                : module.rawVersion().orElse("dev");
    }
}
