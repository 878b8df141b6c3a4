package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.ContentWriter;
import dev.confluencekit.testkit.internal.site.Editor;
import dev.confluencekit.testkit.internal.site.LongTasks;
import dev.confluencekit.testkit.internal.site.SpaceWriter;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * What operations are made of: a class that answers for a noun takes this, and what else it needs.
 *
 * @param store what the site holds
 * @param editor what changes it from outside
 * @param writer what changes it by the rules of the interface
 * @param spaceWriter the same for spaces
 * @param tasks the work that goes on
 * @param clock the simulator's time
 * @param siteBase the address for people, ending in {@code /wiki}
 * @param people whom the site knows
 * @param json makes JSON answers
 * @param errors makes the error bodies
 * @param listing answers pages of lists
 * @param includes writes sub-lists
 */
record Backstage(
        ContentStore store,
        Editor editor,
        ContentWriter writer,
        SpaceWriter spaceWriter,
        LongTasks tasks,
        Clock clock,
        URI siteBase,
        List<Person> people,
        Json json,
        Errors errors,
        Listing listing,
        Includes includes) {

    static Backstage of(ContentStore store, Editor editor, Clock clock, URI siteBase, List<Person> people) {
        Json json = new Json();
        ContentWriter writer = new ContentWriter(store, clock);
        Errors errors = new Errors(json);
        return new Backstage(
                store,
                editor,
                writer,
                new SpaceWriter(store, writer, clock),
                new LongTasks(clock),
                clock,
                siteBase,
                people,
                json,
                errors,
                new Listing(json, errors, siteBase),
                new Includes(json));
    }
}
