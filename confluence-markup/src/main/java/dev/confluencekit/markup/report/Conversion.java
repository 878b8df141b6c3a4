package dev.confluencekit.markup.report;

import java.util.function.Function;

/**
 * What a conversion gives.
 *
 * @param <T> the type of the output
 * @param output the result
 * @param report what could not be carried over, and what had to be guessed
 */
public record Conversion<T>(T output, Report report) {
    /** The same report with what is made of the output. */
    public <U> Conversion<U> map(Function<? super T, ? extends U> function) {
        return new Conversion<>(function.apply(output), report);
    }
}
