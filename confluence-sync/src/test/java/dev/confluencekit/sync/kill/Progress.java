package dev.confluencekit.sync.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How far a process had come by what it told. */
final class Progress {
    static final String OPENING = "opening";
    static final String OPENED = "opened";
    static final String APPLYING = "applying";
    static final String APPLIED = "applied";
    static final String CLOSING = "closing";
    static final String CLOSED = "closed";

    /** What a target without a checkpoint has. */
    static final String NONE = mark(Optional.empty(), Map.of());

    private Set<String> possible = Set.of(NONE);
    private boolean fellBack;
    private String stage = "";
    private long applied;

    /** A short text for a checkpoint and what is held with it, no two alike. */
    static String mark(Optional<String> checkpoint, Map<ItemKey, ItemState> held) {
        String items = held.values().stream().map(ItemState::toString).sorted().collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes((checkpoint + "\n" + items).getBytes(UTF_8))
                .toString();
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

    /** A session was opened and is at this mark. */
    void found(String mark) {
        if (!possible.contains(mark)) {
            fellBack = true;
        }
        possible = Set.of(mark);
    }

    /** Whether a session was not as the last batch left it, nor as the one that was being applied would; asked once for each. */
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
