package dev.confluencekit.content.like;

import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.owner.Owners;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who likes what. */
class LikesClientTest {
    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"PAGE", "BLOG_POST", "FOOTER_COMMENT", "INLINE_COMMENT"})
    void likes_ofEachKindOfOwner_areReadAtItsAddress(OwnerKind kind) {
        String place = Owners.place(kind) + "/likes";
        site.on("GET " + place + "/count", ok("{\"count\":2147483648}"))
                .on("GET " + place + "/users", ok("{\"results\":[{\"accountId\":\"557058:0c1b\"}],\"_links\":{}}"));
        LikesClient likes = LikesClient.over(site.connection(), Owners.of(kind));
        assertThat(likes.count()).isEqualTo(2_147_483_648L);
        assertThat(likes.list()).extracting(Like::accountId).containsExactly(AccountId.of("557058:0c1b"));
        assertThat(site.asked()).containsExactly("GET " + place + "/count", "GET " + place + "/users?limit=250");
    }

    @ParameterizedTest
    @EnumSource(
            value = OwnerKind.class,
            names = {"PAGE", "BLOG_POST", "FOOTER_COMMENT", "INLINE_COMMENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void over_anOwnerThatNobodyCanLike_isRefused(OwnerKind kind) {
        assertThatThrownBy(() -> LikesClient.over(site.connection(), Owners.of(kind)))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void count_thatIsMissing_isAProtocolError() {
        site.on("GET " + Owners.place(OwnerKind.PAGE) + "/likes/count", ok("{}"));
        assertThatThrownBy(
                        () -> LikesClient.over(site.connection(), Owners.PAGE).count())
                .isInstanceOf(ConfluenceProtocolException.class)
                .hasMessageContaining("$.count is missing");
    }
}
