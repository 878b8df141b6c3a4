package dev.confluencekit.testkit.internal.site;

import java.util.List;

/**
 * A group of users.
 *
 * @param id its id
 * @param name its name
 * @param members account ids in the order in which they came
 */
public record GroupEntry(String id, String name, List<String> members) {}
