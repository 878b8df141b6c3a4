package dev.confluencekit.examples.quickstart;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PageSort;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.integration.ConfluenceIntegration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Brings every current page of some spaces to disk, one space after the other. */
final class Export {
    private final ConfluenceIntegration confluence;
    private final PageFiles files;
    private final Progress progress;

    Export(ConfluenceIntegration confluence, PageFiles files, Progress progress) {
        this.confluence = confluence;
        this.files = files;
        this.progress = progress;
    }

    Summary run(SpaceChoice choice, Tally tally) throws IOException {
        List<Space> spaces = new ArrayList<>();
        confluence.spaces().list(choice.query()).forEach(spaces::add);
        List<String> missing = choice.keys().stream()
                .filter(key -> spaces.stream().noneMatch(space -> key.equals(space.key())))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidArgumentException(
                    "CONFLUENCE_SPACES", "no space " + String.join(", ", missing) + " can be seen by this account.");
        }
        progress.spaces(spaces);
        long pages = 0;
        for (Space space : spaces) {
            PageQuery query =
                    PageQuery.inSpace(space.id()).body(BodyFormat.STORAGE).sort(PageSort.ID);
            long inSpace = 0;
            for (Page page : confluence.pages().list(query)) {
                files.write(confluence.site(), space, page);
                inSpace++;
                progress.page(space, ++pages);
            }
            progress.spaceDone(space, inSpace);
        }
        progress.done();
        return new Summary(spaces.size(), pages, tally, files.directory());
    }
}
