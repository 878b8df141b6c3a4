package dev.confluencekit.sync.directory;

import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetSession;
import java.nio.file.Path;

/**
 * A mirror in a directory that people and tools can read and that can be put under git:
 *
 * <pre>
 * index.jsonl                                  all items, one a line, sorted; first line and checkpoint are the mirror's own
 * spaces/65537/space.meta.json                 a space
 * spaces/65537/pages/98765.meta.json           what is told of a page, its title among it
 * spaces/65537/pages/98765.xml                 its body
 * spaces/65537/blogposts/…  footer-comments/…  inline-comments/…   likewise
 * spaces/65537/attachments/att12.meta.json     what is told of a file
 * spaces/65537/attachments/att12.pdf           its bytes
 * state/…                                      what the mirror needs besides; not for git, and it says so to git
 * </pre>
 *
 * <p>Names of files are made of ids, in small ASCII letters: a capital stands as {@code _} and its small letter. Titles are
 * in the JSON only, exactly; characters that cannot be seen are escaped there. Bodies are UTF-8; half of a surrogate pair,
 * for which UTF-8 has no form, becomes U+FFFD. Files and directories are for their owner only; that of the mirror itself is
 * taken as it is if it is there. Everything below {@code spaces} is the mirror's: a file there that looks like one of its own
 * and is not in the index may be removed. Symbolic links below the directory are never followed.
 *
 * <p>Files are replaced by renaming. The index is kept by a journal, forced to the disk once for each batch, and written anew
 * when a session is closed. After an unclean stop the next session compares every file with the index: what does not match
 * is {@linkplain TargetSession#lost lost} and to be fetched again. What checksums find damaged in index or journal is passed
 * over in favour of the last state that is whole, with a warning in the log; if there is none, {@link #open} fails and says
 * what to do. The index is in memory while a session is open, about 60 MB for 100,000 items.
 *
 * <p>For local file systems; on NFS locks and renames do not keep their promise. Immutable and safe for use by many threads.
 */
public final class DirectoryTarget implements MirrorTarget {
    private final Path root;

    private DirectoryTarget(Path root) {
        this.root = root;
    }

    /**
     * The mirror in a directory. Nothing is read or created yet.
     *
     * @param root the directory; it is created when the mirror is opened first
     * @return the target
     */
    public static DirectoryTarget at(Path root) {
        return new DirectoryTarget(root);
    }

    @Override
    public TargetSession open(String holder) {
        return Opening.of(root, holder);
    }

    @Override
    public String toString() {
        return "a mirror in " + root;
    }
}
