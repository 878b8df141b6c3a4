package dev.confluencekit.testkit.internal.site;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The labels of attachments; pages and spaces keep theirs themselves. */
public final class Labels {

    private final Map<Long, List<String>> byAttachment = new ConcurrentHashMap<>();

    /** There are none yet. */
    public Labels() {}

    /**
     * Gives the labels of an attachment.
     *
     * @param id which
     * @return labels in the order in which they came
     */
    public List<String> of(long id) {
        return byAttachment.getOrDefault(id, List.of());
    }

    /**
     * Replaces the labels of an attachment.
     *
     * @param id which
     * @param labels its labels from now on
     */
    public void set(long id, List<String> labels) {
        byAttachment.put(id, List.copyOf(labels));
    }
}
