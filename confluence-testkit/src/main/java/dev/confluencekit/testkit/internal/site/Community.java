package dev.confluencekit.testkit.internal.site;

import java.time.Clock;
import java.time.Duration;

/**
 * What people do around content.
 *
 * @param comments what they say
 * @param likes what they like
 * @param attachments the files that they attach
 * @param labels the labels of those
 * @param watches what they watch
 * @param groups the groups that they are in
 * @param tasks what they are to do
 * @param classifications how secret they find it
 */
public record Community(
        Comments comments,
        Likes likes,
        Attachments attachments,
        Labels labels,
        Watches watches,
        Groups groups,
        InlineTasks tasks,
        Classifications classifications) {

    /**
     * Makes that of a site, with nothing in it.
     *
     * @param store its content
     * @param attachments its attachments
     * @param clock the simulator's time
     * @return it
     */
    public static Community of(ContentStore store, Attachments attachments, Clock clock) {
        return new Community(
                new Comments(store, clock),
                new Likes(),
                attachments,
                new Labels(),
                new Watches(),
                new Groups(),
                new InlineTasks(store, clock),
                new Classifications());
    }

    /**
     * Lets lists show what was some time ago.
     *
     * @param lag how long ago
     */
    public void setLag(Duration lag) {
        comments.setLag(lag);
        attachments.setLag(lag);
    }
}
