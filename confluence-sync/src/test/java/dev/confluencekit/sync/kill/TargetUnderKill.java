package dev.confluencekit.sync.kill;

import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.target.MirrorTarget;
import java.nio.file.Path;
import java.util.List;

/** A target whose users are killed. Implementations are public and have a public constructor without parameters. */
public interface TargetUnderKill {
    /**
     * A place for a mirror that shares nothing with the places before. Asked in the process that kills.
     *
     * @param directory an empty directory, which is deleted when the place is needed no more
     * @param number a number of its own
     * @return the place in one line, such as a path or the URL of a database
     * @throws Exception if there can be none
     */
    String place(Path directory, int number) throws Exception;

    /**
     * The target at a place. Asked in both processes.
     *
     * @param place what {@link #place} gave
     * @return the target
     * @throws Exception if it cannot be made
     */
    MirrorTarget target(String place) throws Exception;

    /**
     * All that lies at a place, read without the target, as whoever uses the mirror reads it. An item that is there twice is
     * given twice.
     *
     * @param place what {@link #place} gave
     * @return the items
     * @throws Exception if something there is not whole
     */
    List<MirrorItem> stored(String place) throws Exception;
}
