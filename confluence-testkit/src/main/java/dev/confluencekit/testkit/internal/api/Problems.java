package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.RuleBroken;
import java.util.function.Supplier;

/** Runs a write and words the rules that it breaks as the family of its operation does. */
final class Problems {

    private final Errors errors;

    Problems(Errors errors) {
        this.errors = errors;
    }

    <T> T checked(Family family, Supplier<T> write) {
        try {
            return write.get();
        } catch (RuleBroken broken) {
            throw new ApiProblem(answer(family, broken));
        }
    }

    void checked(Family family, Runnable write) {
        checked(family, () -> {
            write.run();
            return family;
        });
    }

    private SimulatedResponse answer(Family family, RuleBroken broken) {
        return switch (broken.rule()) {
            case NOT_THERE -> errors.notFound(family);
            case VERSION -> problem(family, 409, "CONFLICT", "Conflict", broken);
            case FAULT -> problem(family, 500, "INTERNAL_SERVER_ERROR", "Internal Server Error", broken);
            case TITLE, OTHER -> problem(family, 400, "BAD_REQUEST", "Bad Request", broken);
        };
    }

    private SimulatedResponse problem(Family family, int status, String code, String reason, RuleBroken broken) {
        return family == Family.V1
                ? errors.v1(status, true, broken.problem(), reason)
                : errors.v2(status, code, broken.problem());
    }
}
