package dev.confluencekit.core.testing;

/** How a call that must fail fails. */
public final class Failures {
    private Failures() {}

    /** Makes the call and gives what it throws. */
    public static Throwable of(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            return e;
        }
        throw new AssertionError("the call did not fail");
    }

    /** Makes the call and gives what it throws, which must be of a type. */
    public static <T extends Throwable> T of(Class<T> type, Runnable call) {
        Throwable thrown = of(call);
        if (!type.isInstance(thrown)) {
            throw new AssertionError("the call failed, but not with " + type.getSimpleName(), thrown);
        }
        return type.cast(thrown);
    }
}
