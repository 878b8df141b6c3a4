package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.error.GoneException;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.error.UnsupportedSiteException;

/** What a failed call means for a run, and when so many fail that going on makes no sense. For the thread of the run. */
final class Troubles {
    private static final int MOST_IN_A_ROW = 8;
    private static final int MOST_SPLITS = 64;

    private int inARow;
    private int splits;

    void succeeded() {
        inARow = 0;
    }

    /** Throws what ends the run; returns if it may go on without what failed. */
    void failed(RuntimeException failure) {
        if (isOutage(failure)) {
            inARow++;
        }
        if (endsRun(failure) || inARow >= MOST_IN_A_ROW) {
            throw failure;
        }
    }

    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof ConfluenceTransportException
                || failure instanceof ServerErrorException
                || failure instanceof ConfluenceProtocolException;
    }

    private static boolean endsRun(RuntimeException failure) {
        return !(failure instanceof ConfluenceException)
                || failure instanceof AuthenticationException
                || failure instanceof ConfluenceClosedException
                || failure instanceof ConfluenceInterruptedException
                || failure instanceof CredentialException
                || failure instanceof MissingScopeException
                || failure instanceof RateLimitedException
                || failure instanceof UnsupportedSiteException;
    }

    /** Whether a listing may only have been refused because of its cursor. */
    static boolean mayBeTheCursor(RuntimeException failure) {
        return failure instanceof BadRequestException
                || failure instanceof GoneException
                || failure instanceof NotFoundException notFound && !notFound.isPassing();
    }

    /** Whether asking for less may help: one item that the service cannot give spoils the answer for all. */
    boolean mayHelpToSplit(RuntimeException failure) {
        boolean answerIsBad = failure instanceof ServerErrorException || failure instanceof ConfluenceProtocolException;
        return answerIsBad && splits++ < MOST_SPLITS;
    }
}
