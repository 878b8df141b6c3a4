package dev.confluencekit.sync.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How far a process had come by what it told. */
final class Progress {
    static final String OPENING = "opening";
    static final String OPENED = "opened";
    static final String APPLYING = "applying";
    static final String APPLIED = "applied";
    static final String CLOSING = "closing";
    static final String CLOSED = "closed";

    /** What a target without a checkpoint has. */
    static final String NONE = mark(Optional.empty());

    private Set<String> possible = Set.of(NONE);
    private boolean fellBack;
    private String stage = "";
    private long applied;

    /** A short text for a checkpoint, no two alike. */
    static String mark(Optional<String> checkpoint) {
        return checkpoint
                .map(text -> UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString())
                .orElse("none");
    }

    void begin() {
        stage = "";
    }

    /** Takes a line that was told. */
    void take(String line) {
        String[] words = line.split(" ", 2);
        stage = words[0];
        switch (stage) {
            case OPENED -> found(words[1]);
            case APPLYING -> {
                possible = new HashSet<>(possible);
                possible.add(words[1]);
            }
            case APPLIED -> {
                possible = Set.of(words[1]);
                applied++;
            }
            case OPENING, CLOSING, CLOSED -> {}
            default -> throw new AssertionError("the process said: " + line);
        }
    }

    /** A session was opened and has this checkpoint. */
    void found(String mark) {
        if (!possible.contains(mark)) {
            fellBack = true;
        }
        possible = Set.of(mark);
    }

    /** Whether a session had another checkpoint than the last one, or the one that was being written; asked once for each. */
    boolean hasFallenBack() {
        boolean answer = fellBack;
        fellBack = false;
        return answer;
    }

    /** What the process was at: the word it told last, or nothing before its first. */
    String stage() {
        return stage;
    }

    long applied() {
        return applied;
    }
}
