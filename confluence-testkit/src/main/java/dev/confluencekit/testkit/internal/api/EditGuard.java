package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.PageEntry;

/**
 * The one rule of edit restrictions: whom they do not name may look, comment and copy, but changes neither the content nor what
 * belongs to it. They hold for the content that has them, not for what is below it. What cannot be seen is not there, long before
 * this is asked; what refuses differs by operation.
 */
final class EditGuard {

    private final Errors errors;

    EditGuard(Errors errors) {
        this.errors = errors;
    }

    /** Version 2 says to those whom it refuses that nothing is there, and so do some operations of version 1. */
    PageEntry orNotThere(Call call, PageEntry page, Family family) {
        return or(call, page, errors.notFound(family));
    }

    /** Most of version 1 says that it is forbidden. */
    PageEntry orForbidden(Call call, PageEntry page) {
        return or(call, page, errors.v1(403, false, "The user may view the content, but not edit it", "Forbidden"));
    }

    /** For operations that have another word for it. */
    PageEntry or(Call call, PageEntry page, SimulatedResponse refusal) {
        if (!call.mayEdit(page)) {
            throw new ApiProblem(refusal);
        }
        return page;
    }
}
