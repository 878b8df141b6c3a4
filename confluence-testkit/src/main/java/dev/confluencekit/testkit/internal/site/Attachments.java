package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The attachments of the site, by the rules of the service. Each write is one step. */
public final class Attachments {

    private static final long FIRST_ID = 8_388_608;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, AttachmentEntry> entries = new TreeMap<>();
    private long nextId = FIRST_ID;
    private long largest = Long.MAX_VALUE;
    private Duration lag = Duration.ZERO;

    /**
     * There are none yet.
     *
     * @param clock gives the time of versions
     */
    public Attachments(Clock clock) {
        this.clock = clock;
    }

    /**
     * A file as it arrives.
     *
     * @param name its name, which may have a path
     * @param mediaType its type
     * @param content its bytes
     * @param comment what is said of it, or empty
     * @param minorEdit whether watchers are not told
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
    public record Upload(String name, String mediaType, byte[] content, String comment, boolean minorEdit) {

        /** The service cuts paths off. */
        String title() {
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        }
    }

    /**
     * Sets the largest size of a file.
     *
     * @param bytes the size
     */
    public void setLargest(long bytes) {
        locked(() -> largest = bytes);
    }

    /**
     * Lets lists leave out attachments that are younger than this.
     *
     * @param value how long
     */
    public void setLag(Duration value) {
        locked(() -> lag = value);
    }

    /**
     * Gives what lists show: by their ids, as far as they do not lag.
     *
     * @return the attachments, those in the trash too
     */
    public List<AttachmentEntry> listed() {
        lock.lock();
        try {
            Instant shown = clock.instant().minus(lag);
            return entries.values().stream()
                    .filter(one -> !one.versions().get(0).createdAt().isAfter(shown))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds an attachment.
     *
     * @param id which
     * @return the attachment, or empty
     */
    public Optional<AttachmentEntry> find(long id) {
        lock.lock();
        try {
            return Optional.ofNullable(entries.get(id));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stores a file whose name nobody has yet.
     *
     * @param owner the page or blog post
     * @param upload the file
     * @param authorId who uploads it
     * @return the attachment
     */
    public AttachmentEntry create(long owner, Upload upload, String authorId) {
        lock.lock();
        try {
            if (holder(owner, upload.title()).isPresent()) {
                throw new RuleBroken(
                        Rule.OTHER,
                        "Cannot add a new attachment with same file name as an existing attachment: " + upload.title());
            }
            requireSize(upload);
            return put(new AttachmentEntry(
                    nextId++, owner, upload.title(), upload.mediaType(), false, List.of(stored(1, upload, authorId))));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stores a file, as the next version if somebody has its name.
     *
     * @param owner the page or blog post
     * @param upload the file
     * @param authorId who uploads it
     * @return the attachment
     */
    public AttachmentEntry createOrVersion(long owner, Upload upload, String authorId) {
        lock.lock();
        try {
            Optional<AttachmentEntry> holder = holder(owner, upload.title());
            return holder.isPresent() ? version(holder.get().id(), upload, authorId) : create(owner, upload, authorId);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stores a file as the next version of an attachment, whose name stays.
     *
     * @param id the attachment
     * @param upload the file
     * @param authorId who uploads it
     * @return the attachment
     */
    public AttachmentEntry version(long id, Upload upload, String authorId) {
        return change(id, before -> {
            requireSize(upload);
            List<FileVersion> versions = new ArrayList<>(before.versions());
            versions.add(stored(before.latest().number() + 1, upload, authorId));
            return new AttachmentEntry(
                    id, before.ownerId(), before.title(), upload.mediaType(), false, List.copyOf(versions));
        });
    }

    /**
     * Makes a new version like an earlier one.
     *
     * @param id the attachment
     * @param number the earlier version
     * @param message what is said of the new one
     * @param authorId who does it
     * @return the attachment
     */
    public AttachmentEntry restore(long id, int number, String message, String authorId) {
        AttachmentEntry present = existing(id);
        byte[] content = earlier(present, number).content();
        return version(id, new Upload(present.title(), present.mediaType(), content, message, false), authorId);
    }

    /**
     * Deletes an earlier version; what comes after it moves up.
     *
     * @param id the attachment
     * @param number the version
     */
    public void deleteVersion(long id, int number) {
        change(id, before -> {
            earlier(before, number);
            List<FileVersion> left = before.versions().stream()
                    .filter(version -> version.number() != number)
                    .map(version -> version.at(version.number() < number ? version.number() : version.number() - 1))
                    .toList();
            return new AttachmentEntry(id, before.ownerId(), before.title(), before.mediaType(), false, left);
        });
    }

    private static FileVersion earlier(AttachmentEntry entry, int number) {
        if (number == entry.latest().number()) {
            throw VersionWriter.isCurrent();
        }
        return entry.version(number).orElseThrow(VersionWriter::isNone);
    }

    /**
     * Changes what is said of an attachment; no version comes of it.
     *
     * @param id the attachment
     * @param number the version that the change was made from
     * @param title its name from now on
     * @param mediaType its type from now on, or empty to keep it
     * @param owner what it is on from now on
     * @return the attachment
     */
    public AttachmentEntry describe(long id, int number, String title, String mediaType, long owner) {
        return change(id, before -> {
            if (before.latest().number() != number) {
                throw new RuleBroken(
                        Rule.VERSION,
                        "Version must match the present one. Current Version: ["
                                + before.latest().number() + "]. Provided version: [" + number + "]");
            }
            if (holder(owner, title).filter(other -> other.id() != id).isPresent()) {
                throw new RuleBroken(Rule.OTHER, "There is an attachment with same file name: " + title);
            }
            String type = mediaType.isEmpty() ? before.mediaType() : mediaType;
            return new AttachmentEntry(id, owner, title, type, false, before.versions());
        });
    }

    /**
     * Puts an attachment into the trash.
     *
     * @param id which
     */
    public void trash(long id) {
        change(
                id,
                before -> new AttachmentEntry(
                        id, before.ownerId(), before.title(), before.mediaType(), true, before.versions()));
    }

    /**
     * Deletes an attachment in the trash for good.
     *
     * @param id which
     */
    public void purge(long id) {
        lock.lock();
        try {
            AttachmentEntry before = existing(id);
            if (!before.trashed()) {
                throw new RuleBroken(Rule.OTHER, "Only content in the trash can be purged");
            }
            entries.remove(id);
        } finally {
            lock.unlock();
        }
    }

    private AttachmentEntry change(long id, UnaryOperator<AttachmentEntry> change) {
        lock.lock();
        try {
            AttachmentEntry before = existing(id);
            if (before.trashed()) {
                throw new RuleBroken(Rule.NOT_THERE, "Not Found");
            }
            return put(change.apply(before));
        } finally {
            lock.unlock();
        }
    }

    private AttachmentEntry existing(long id) {
        return find(id).orElseThrow(() -> new RuleBroken(Rule.NOT_THERE, "Not Found"));
    }

    private AttachmentEntry put(AttachmentEntry entry) {
        entries.put(entry.id(), entry);
        return entry;
    }

    /** What is in the trash gives its name free. */
    private Optional<AttachmentEntry> holder(long owner, String title) {
        return entries.values().stream()
                .filter(one ->
                        one.ownerId() == owner && !one.trashed() && one.title().equals(title))
                .findFirst();
    }

    /** What is too large is not found. */
    private void requireSize(Upload upload) {
        if (upload.content().length > largest) {
            throw new RuleBroken(Rule.NOT_THERE, "Not Found");
        }
    }

    /** The service stores milliseconds. */
    private FileVersion stored(int number, Upload upload, String authorId) {
        return new FileVersion(
                number,
                upload.content(),
                upload.comment(),
                upload.minorEdit(),
                authorId,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
