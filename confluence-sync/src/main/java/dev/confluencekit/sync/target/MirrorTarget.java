package dev.confluencekit.sync.target;

/**
 * Where a mirror is kept. Implementations hold to what {@code MirrorTargetContract}, in this module's {@code tests}
 * artifact, asks of them. A target never asks the site.
 */
public interface MirrorTarget {
    /**
     * Lets a run in, and keeps all others out until it has closed its session or its process has died.
     *
     * @param holder says who comes, for whoever finds it busy: a line of text
     * @return the session, to be closed by the caller; for one thread
     * @throws TargetBusyException if somebody else is in
     * @throws TargetException if the target cannot be opened, or what it holds is damaged beyond its own repair
     */
    TargetSession open(String holder);
}
