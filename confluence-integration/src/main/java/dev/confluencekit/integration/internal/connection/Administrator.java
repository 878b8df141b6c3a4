package dev.confluencekit.integration.internal.connection;

import dev.confluencekit.content.user.User;
import dev.confluencekit.integration.connection.Check.Subject;
import java.util.List;
import java.util.Map;

/** Whether an account may administer the site, by the operations that its own record names. */
final class Administrator {
    private Administrator() {}

    static void judge(User user, Findings findings) {
        if (!(user.extras().get("operations") instanceof List<?> operations)) {
            findings.unknown(Subject.ADMINISTRATOR, "administrator.unknown");
        } else if (operations.stream().anyMatch(Administrator::administers)) {
            findings.warned(Subject.ADMINISTRATOR, "administrator.is", Map.of());
        } else {
            findings.passed(Subject.ADMINISTRATOR, "administrator", Map.of());
        }
    }

    private static boolean administers(Object entry) {
        return entry instanceof Map<?, ?> operation && "administer".equals(operation.get("operation"));
    }
}
