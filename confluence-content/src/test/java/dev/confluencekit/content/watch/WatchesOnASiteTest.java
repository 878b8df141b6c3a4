package dev.confluencekit.content.watch;

import static dev.confluencekit.content.SimulatedSite.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.core.error.ConfluenceException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who watches what on a simulated site. */
class WatchesOnASiteTest {
    private static final ContentId PAGE = ContentId.of("202");

    private final SimulatedSite site = new SimulatedSite();
    private final WatchesClient watches = WatchesClient.over(site.connection());
    private final AccountId ada = AccountId.of(
            site.simulator().account("ada@northwind-cycles.example").accountId());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void content_spaceAndLabel_areWatched_untilTheyAreNot() {
        site.simulator().labelPage("202", "faq");
        for (WatchTarget target :
                new WatchTarget[] {WatchTarget.content(PAGE), WatchTarget.space("DOCS"), WatchTarget.label("faq")}) {
            assertThat(watches.isWatching(target)).isFalse();
            watches.watch(target);
            assertThat(watches.isWatching(target)).isTrue();
            assertThat(watches.ofUser(ada).isWatching(target)).isFalse();
            watches.unwatch(target);
            assertThat(watches.isWatching(target)).isFalse();
        }
    }

    @Test
    void watchers_areListed() {
        watches.ofUser(ada).watch(WatchTarget.content(PAGE));
        watches.watch(WatchTarget.space("DOCS"));

        Watch ofPage = watches.watchersOf(PAGE).findFirst().orElseThrow();
        assertThat(Objects.requireNonNull(ofPage.watcher()).accountId()).isEqualTo(ada.value());
        assertThat(ofPage.contentId()).isEqualTo(PAGE);
        assertThat(watches.watchersOfSpace("DOCS").stream().map(Watch::spaceKey))
                .containsExactly("DOCS");
        assertThat(watches.watchersOfSpaceOf(PAGE).stream()).hasSize(1);
    }

    @Test
    void watchesOfOthers_areForWhoAdministers() {
        assertThat(watches.isWatching(WatchTarget.content(PAGE))).isFalse();
        site.simulator().account(EMAIL).administrator(false);

        assertThatThrownBy(() -> watches.ofUser(ada).watch(WatchTarget.content(PAGE)))
                .isInstanceOf(ConfluenceException.class)
                .hasMessageContaining("403");
    }
}
