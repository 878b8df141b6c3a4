package dev.confluencekit.core;

import java.time.Duration;

/**
 * Finds out what became of a write whose answer was lost. Confluence has no key that makes a repeated write harmless, so a
 * write is not sent again blindly: it is looked for first.
 *
 * <ul>
 *   <li>Create: look by space and title. Nobody has the title: {@link Finding#noTrace}. A page has it, with our body or
 *       marker, in its first version: {@link Finding#tookEffect}. Another's: {@link Finding#overtaken}.
 *   <li>Update from version <i>n</i>: read again. Version <i>n</i>: no trace. <i>n</i>+1 with our body: took effect.
 *       <i>n</i>+1 with another: overtaken. Later ones: read version <i>n</i>+1, or {@link Finding#undecided}.
 *   <li>Delete: gone or trashed: took effect. Still there: no trace.
 *   <li>Upload: look by file name; size, version and comment tell whether it is ours.
 * </ul>
 *
 * <p>The contract of {@link ConfluenceConnection#write(java.util.function.Function, Reconciler)}:
 *
 * <ol>
 *   <li>The write is sent. An answer, or a failure after which it certainly did not take effect, is the result; nobody
 *       looks.
 *   <li>After a failure that leaves its outcome unknown (see {@code FailedCall.outcomeUnknown}) the reconciler looks. What it
 *       says is done: adopt, throw, give up as {@code OutcomeUnknownException}, or send again, three times in all at most.
 *   <li>If a later sending is refused (a conflict, a title that exists, something that is not there), the refusal may be due to
 *       the earlier one, and the reconciler looks once more: what took effect is adopted, otherwise the refusal stands. A 409
 *       is never repeated.
 *   <li>A look that fails ends as {@code OutcomeUnknownException}, with the failure suppressed in it.
 *   <li>The write itself has the time limit of a call. From its first doubtful failure on, everything else (looks, waits,
 *       sending again) has that limit once more, all together; when it is over the outcome is unknown. A call of the
 *       reconciler is given no more than what is left of it.
 *   <li>An interrupt or a closing ends it at once, as itself; the outcome of the write is unknown then, too.
 * </ol>
 *
 * @param <T> what the write gives
 */
@FunctionalInterface
public interface Reconciler<T> {
    /**
     * Looks for the write's effect. May be called several times; should read by id where it can, since listings and search lag
     * behind.
     *
     * @param connection to look through; its time limit is what is left
     * @return what there is
     */
    Finding<T> look(ConfluenceConnection connection);

    /**
     * How long what is looked at may lag behind a write. No trace is believed only of a look that began so long after the
     * failure; until then it is looked again, once.
     *
     * @return a duration; none where looking is by id
     */
    default Duration patience() {
        return Duration.ZERO;
    }

    /**
     * How a caller can find out later what became of the write, for when the reconciler could not.
     *
     * @return one sentence
     */
    default String hint() {
        return "Look whether it is there before you send it again.";
    }
}
