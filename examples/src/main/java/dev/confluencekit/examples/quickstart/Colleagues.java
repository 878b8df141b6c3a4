package dev.confluencekit.examples.quickstart;

import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.KnowledgeBase;
import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.PageStatus;
import java.util.List;

/** Others at work on the simulated site. */
final class Colleagues {
    private final ConfluenceSimulator simulator;
    private final SpaceChoice choice;

    Colleagues(ConfluenceSimulator simulator, SpaceChoice choice) {
        this.simulator = simulator;
        this.choice = choice;
    }

    /** They change something of each kind; gives what, in words. */
    String work() {
        List<PageSeed> pages = KnowledgeBase.demo().pages().stream()
                .filter(page -> page.status().equals(PageStatus.CURRENT)
                        && page.id().isPresent()
                        && page.parentId().isPresent()
                        && choice.takes(page.spaceKey()))
                .toList();
        if (pages.size() < 5) {
            return "nothing";
        }
        simulator.updatePage(id(pages, 0), "<p>Written anew this morning.</p>");
        simulator.renamePage(id(pages, 1), "Renamed this morning");
        simulator.movePage(id(pages, 2), id(pages, 0));
        simulator.trashPage(id(pages, pages.size() - 1));
        simulator.addPage(PageSeed.of(pages.get(0).spaceKey(), "New this morning", "<p>Written this morning.</p>"));
        return "one page edited, one renamed, one moved, one in the trash, one new";
    }

    private static String id(List<PageSeed> pages, int number) {
        return pages.get(number).id().orElseThrow();
    }
}
