package dev.confluencekit.core;

import dev.confluencekit.core.error.ConfluenceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What looking showed of a write whose answer was lost. Immutable.
 *
 * @param <T> what the write gives
 */
public final class Finding<T> {
    private final @Nullable T value;
    private final @Nullable ConfluenceException outcome;
    private final @Nullable String hint;

    private Finding(@Nullable T value, @Nullable ConfluenceException outcome, @Nullable String hint) {
        this.value = value;
        this.outcome = outcome;
        this.hint = hint;
    }

    /**
     * The write took effect: the page with our body is there, the version is ours, what was deleted is gone.
     *
     * @param value what the write would have given
     * @param <T> what the write gives
     * @return a finding that ends the call well
     */
    public static <T> Finding<T> tookEffect(T value) {
        return new Finding<>(value, null, null);
    }

    /**
     * Nothing of the write is to be seen, and sending it again cannot do the work twice.
     *
     * @param <T> what the write gives
     * @return a finding that lets the write be sent again
     */
    public static <T> Finding<T> noTrace() {
        return new Finding<>(null, null, null);
    }

    /**
     * The write did not take effect and cannot any more: somebody else has the title, or has written the next version.
     *
     * @param outcome what to throw
     * @param <T> what the write gives
     * @return a finding that ends the call with the exception
     */
    public static <T> Finding<T> overtaken(ConfluenceException outcome) {
        return new Finding<>(null, outcome, null);
    }

    /**
     * What was found may be the write's effect or not.
     *
     * @param hint how a caller can find out, as one sentence
     * @param <T> what the write gives
     * @return a finding that ends the call as outcome unknown
     */
    public static <T> Finding<T> undecided(String hint) {
        return new Finding<>(null, null, hint);
    }

    /**
     * Either the effect or no trace of it.
     *
     * @param found the effect, if it is there
     * @param <T> what the write gives
     * @return {@link #tookEffect} or {@link #noTrace}
     */
    public static <T> Finding<T> of(Optional<T> found) {
        return new Finding<>(found.orElse(null), null, null);
    }

    @Nullable
    T value() {
        return value;
    }

    @Nullable
    ConfluenceException outcome() {
        return outcome;
    }

    @Nullable
    String hint() {
        return hint;
    }

    boolean isNoTrace() {
        return value == null && outcome == null && hint == null;
    }

    /**
     * Which of the findings it is.
     *
     * @return never what was found
     */
    @Override
    public String toString() {
        if (isNoTrace()) {
            return "no trace";
        }
        return value != null ? "took effect" : outcome != null ? "overtaken" : "undecided";
    }
}
