package dev.confluencekit.content.operation;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static dev.confluencekit.content.SimulatedSite.EMAIL;
import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.owner.ContentOwner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the account may do on a simulated site. */
class OperationsOnASiteTest {
    private final SimulatedSite site = new SimulatedSite();

    @AfterEach
    void close() {
        site.close();
    }

    private boolean permits(ContentOwner owner, String operation, String target) {
        return OperationsClient.over(site.connection(), owner).permits(operation, target);
    }

    @Test
    void operations_followWhatTheAccountMayDo() {
        ContentOwner page = ContentOwner.page(GUIDE);
        assertThat(permits(page, "update", "page")).isTrue();
        assertThat(permits(page, "purge", "page")).isFalse();
        assertThat(permits(ContentOwner.space(DOCS), "administer", "space")).isTrue();

        site.simulator().account(EMAIL).administrator(false);
        site.simulator().trashPage("202");
        assertThat(permits(page, "update", "page")).isFalse();
        assertThat(permits(page, "restore", "page")).isTrue();
        assertThat(permits(ContentOwner.space(DOCS), "administer", "space")).isFalse();
    }

    @Test
    void operations_onAComment_areItsOwn() {
        ContentId comment = ContentId.of(site.simulator().community().comment("202", "712020:ada", "<p>Nice</p>"));

        assertThat(permits(ContentOwner.footerComment(comment), "delete", "comment"))
                .isTrue();
    }
}
