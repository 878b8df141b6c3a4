package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transport.BodySink;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file as it arrives, over one or more answers. What is there is continued only where the media host proves that the rest
 * belongs to the same bytes: a strong validator and the very range that was asked for.
 */
final class ArrivingFile implements BodySink {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

    private final Landing landing;
    private final Lifeline lifeline;
    private final Progress progress;
    private final OptionalLong expected;

    private long have;
    private long skip;
    private boolean restart;
    private boolean asked;
    private @Nullable String validator;
    private OptionalLong total;
    private @Nullable String mediaType;
    private @Nullable Misfit misfit;

    ArrivingFile(Landing landing, Download download, Lifeline lifeline) {
        this.landing = landing;
        this.lifeline = lifeline;
        this.progress = new Progress(download.progress().orElse(null));
        this.expected = download.expectedSize();
        this.total = expected;
    }

    /** Why an answer was not taken although it is one of success. */
    record Misfit(String problem, boolean anewMayHelp) {}

    /** The landing or the caller's stream failed. */
    static final class LandingFailed extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient IOException failure;

        LandingFailed(IOException failure) {
            super(failure);
            this.failure = failure;
        }

        IOException failure() {
            return failure;
        }
    }

    /** More bytes came than the file has. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(long size) {
            super("more than the " + size + " bytes of the file arrived");
        }
    }

    /** The headers by which the rest is asked for; none where all of it is. */
    Map<String, String> rangeHeaders() {
        misfit = null;
        skip = 0;
        String known = validator;
        asked = have > 0 && known != null;
        return known != null && asked ? Map.of("Range", "bytes=" + have + "-", "If-Range", known) : Map.of();
    }

    boolean askedForRest() {
        return asked;
    }

    /** Asks for all of it from now on. */
    void forgetValidator() {
        validator = null;
    }

    /** Whether another try has somewhere to go on from, or can take back what is there. */
    boolean canGoOn() {
        return have == 0 || validator != null || landing.canRestart();
    }

    long have() {
        return have;
    }

    OptionalLong total() {
        return total;
    }

    @Nullable
    String mediaType() {
        return mediaType;
    }

    @Nullable
    Misfit misfit() {
        return misfit;
    }

    boolean isWhole() {
        return skip == 0 && (total.isEmpty() || have == total.getAsLong());
    }

    @Override
    public boolean takes(int status, HttpHeaders headers) {
        if (status != 200 && status != 206) {
            return false;
        }
        List<String> codings = headers.allValues("content-encoding");
        if (!codings.isEmpty() && !codings.equals(List.of("identity"))) {
            misfit = new Misfit("the file came in an encoding that was not asked for", false);
        } else {
            misfit = status == 200 ? whole(headers) : rest(headers);
        }
        if (misfit == null) {
            mediaType = headers.firstValue("content-type").orElse(null);
        }
        return misfit == null;
    }

    private @Nullable Misfit whole(HttpHeaders headers) {
        OptionalLong length = length(headers);
        if (length.isPresent() && expected.isPresent() && length.getAsLong() != expected.getAsLong()) {
            return new Misfit(
                    "the file has " + length.getAsLong() + " bytes, and not the " + expected.getAsLong()
                            + " that were expected",
                    false);
        }
        String tag = strong(headers);
        if (have > 0 && landing.canRestart()) {
            restart = true;
        } else if (have > 0 && tag != null && tag.equals(validator)) {
            skip = have;
        } else if (have > 0) {
            return new Misfit("it cannot be continued, and what the stream was given cannot be taken back", false);
        }
        total = length.isPresent() ? length : expected;
        validator = tag;
        return null;
    }

    private @Nullable Misfit rest(HttpHeaders headers) {
        Matcher range = RANGE.matcher(headers.firstValue("content-range").orElse(""));
        if (!asked || !range.matches()) {
            return new Misfit("only a part of the file came, which was not asked for", true);
        }
        long size = Long.parseLong(range.group(3));
        boolean fits = Long.parseLong(range.group(1)) == have && Long.parseLong(range.group(2)) == size - 1;
        boolean sameSize = total.isEmpty() || total.getAsLong() == size;
        boolean sameFile =
                headers.firstValue("etag").map(tag -> tag.equals(validator)).orElse(true);
        if (!fits || !sameSize || !sameFile) {
            return new Misfit("another part of the file came than was asked for", true);
        }
        total = OptionalLong.of(size);
        return null;
    }

    private static OptionalLong length(HttpHeaders headers) {
        String length = headers.firstValue("content-length").orElse("");
        return LENGTH.matcher(length).matches() ? OptionalLong.of(Long.parseLong(length)) : OptionalLong.empty();
    }

    /** The validator, unless it is a weak one, which begins with W. */
    private static @Nullable String strong(HttpHeaders headers) {
        return headers.firstValue("etag")
                .filter(tag -> tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\""))
                .orElse(null);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        lifeline.ensureOpen();
        beginAnewIfDue();
        int known = (int) Math.min(skip, bytes.remaining());
        bytes.position(bytes.position() + known);
        skip -= known;
        int count = bytes.remaining();
        if (count == 0) {
            return;
        }
        if (total.isPresent() && have + count > total.getAsLong()) {
            throw new TooMuch(total.getAsLong());
        }
        try {
            landing.write(bytes);
        } catch (IOException e) {
            throw new LandingFailed(e);
        }
        have += count;
        progress.moved(have, total);
    }

    /** Done on the caller's thread, where files are written. */
    void beginAnewIfDue() throws LandingFailed {
        if (restart) {
            restart = false;
            try {
                landing.restart();
            } catch (IOException e) {
                throw new LandingFailed(e);
            }
            have = 0;
        }
    }
}
