package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.Groups;

/**
 * The people of the simulated site at work: what the interface can read but clients cannot do with it. Safe for use by many
 * threads.
 */
public final class SimulatedCommunity {

    private final Community community;
    private final ContentStore store;

    SimulatedCommunity(Community community, ContentStore store) {
        this.community = community;
        this.store = store;
    }

    /**
     * Lets people like something; whoever likes it already stays one.
     *
     * @param contentId a page, a blog post or a comment
     * @param accountIds who
     * @throws IllegalArgumentException if there is no such content
     */
    public void like(String contentId, String... accountIds) {
        long id = existing(contentId);
        for (String account : accountIds) {
            community.likes().add(id, account);
        }
    }

    /**
     * Lets people take their likes back.
     *
     * @param contentId a page, a blog post or a comment
     * @param accountIds who
     * @throws IllegalArgumentException if there is no such content
     */
    public void unlike(String contentId, String... accountIds) {
        long id = existing(contentId);
        for (String account : accountIds) {
            community.likes().remove(id, account);
        }
    }

    /**
     * Lets somebody comment below a page or a blog post.
     *
     * @param contentId the page or blog post
     * @param accountId who
     * @param storage what is said, in storage format
     * @return the id of the comment
     * @throws IllegalArgumentException if there is no such content
     */
    public String comment(String contentId, String accountId, String storage) {
        long id = store.page(Long.parseLong(contentId))
                .orElseThrow(() -> new IllegalArgumentException("there is no page " + contentId))
                .id();
        return String.valueOf(
                community.comments().addFooter(id, false, storage, accountId).id());
    }

    /**
     * Makes a group.
     *
     * @param name its name
     * @param accountIds its members, who must be known to the site to be shown
     * @return its id
     * @throws IllegalArgumentException if there is a group of that name
     */
    public String addGroup(String name, String... accountIds) {
        Groups groups = community.groups();
        if (groups.all().stream().anyMatch(group -> group.name().equals(name))) {
            throw new IllegalArgumentException("there is a group " + name + " already");
        }
        String id = groups.create(name).id();
        for (String account : accountIds) {
            groups.addMember(id, account);
        }
        return id;
    }

    /**
     * Gives the organisation a level for classifying its data. Until it has one, the site answers as one that is not
     * entitled to them.
     *
     * @param name its name
     * @return its id
     */
    public String addClassificationLevel(String name) {
        return community.classifications().add(name).id();
    }

    private long existing(String contentId) {
        long id = Long.parseLong(contentId);
        if (store.page(id).isEmpty() && community.comments().find(id).isEmpty()) {
            throw new IllegalArgumentException("there is no content " + contentId);
        }
        return id;
    }
}
