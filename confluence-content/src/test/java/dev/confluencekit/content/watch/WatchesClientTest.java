package dev.confluencekit.content.watch;

import static dev.confluencekit.content.LiteralSite.V1;
import static dev.confluencekit.content.LiteralSite.empty;
import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Watches of content, labels and spaces. */
@NullUnmarked // what is missing fails the test anyway
class WatchesClientTest {
    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    private final WatchesClient watches = WatchesClient.over(site.connection());

    private static WatchTarget target(String kind, String value) {
        return switch (kind) {
            case "content" -> WatchTarget.content(ContentId.of(value));
            case "label" -> WatchTarget.label(value);
            default -> WatchTarget.space(value);
        };
    }

    @ParameterizedTest
    @CsvSource({"content,98581", "label,faq", "space,SUPPORT"})
    void each_isAskedWatchedAndUnwatchedAtItsAddress(String kind, String value) {
        String place = V1 + "/user/watch/" + kind + "/" + value;
        site.on("GET " + place, ok("{\"watching\":true}"))
                .on("POST " + place, empty(204))
                .on("DELETE " + place, empty(204));
        WatchTarget target = target(kind, value);
        assertThat(watches.isWatching(target)).isTrue();
        watches.watch(target);
        watches.unwatch(target);
        assertThat(site.asked()).containsExactly("GET " + place, "POST " + place, "DELETE " + place);
    }

    @Test
    void ofUser_namesTheAccount() {
        String place = V1 + "/user/watch/space/SUPPORT";
        site.on("GET " + place, ok("{\"watching\":false}")).on("POST " + place, empty(204));
        WatchesClient ofAda = watches.ofUser(AccountId.of("557058:0c1b"));
        assertThat(ofAda.isWatching(WatchTarget.space("SUPPORT"))).isFalse();
        ofAda.watch(WatchTarget.space("SUPPORT"));
        assertThat(site.asked())
                .containsExactly("GET " + place + "?accountId=557058:0c1b", "POST " + place + "?accountId=557058:0c1b");
    }

    @Test
    void watchers_ofAPageAndOfSpaces_areListed() {
        String row = """
                {"results":[{"type":"page","watcher":{"type":"known","accountId":"557058:0c1b"},"contentId":98581,
                  "spaceKey":"SUPPORT"}],"start":0,"limit":200,"size":1,"_links":{}}""";
        site.on("GET " + V1 + "/content/98581/notification/child-created", ok(row))
                .on("GET " + V1 + "/content/98581/notification/created", ok(row))
                .on("GET " + V1 + "/space/SUPPORT/watch", ok(row));
        ContentId page = ContentId.of("98581");
        assertThat(watches.watchersOf(page)).extracting(Watch::contentId).containsExactly(page);
        assertThat(watches.watchersOfSpaceOf(page))
                .extracting(one -> one.watcher().accountId())
                .containsExactly("557058:0c1b");
        assertThat(watches.watchersOfSpace("SUPPORT"))
                .extracting(Watch::spaceKey)
                .containsExactly("SUPPORT");
    }

    @Test
    void blankNames_endBeforeAnyRequest() {
        Stream.<Runnable>of(
                        () -> WatchTarget.label(" "), () -> WatchTarget.space(""), () -> watches.watchersOfSpace(" "))
                .forEach(call -> assertThatThrownBy(call::run).isInstanceOf(InvalidArgumentException.class));
    }

    @Test
    void target_saysWhatItIs() {
        assertThat(WatchTarget.space(" SUPPORT ")).hasToString("space SUPPORT");
    }
}
