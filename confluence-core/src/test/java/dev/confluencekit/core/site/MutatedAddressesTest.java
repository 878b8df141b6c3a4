package dev.confluencekit.core.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.testing.Mutations;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is typed for a site, it is a plain host name under https, or refused. */
class MutatedAddressesTest {
    private static final Mutations INPUTS = Mutations.of(List.of(
            "acme",
            "acme.atlassian.net",
            "https://acme.atlassian.net/wiki/spaces/SUPPORT/pages/42/Title?x=1",
            "https://wiki.example.com:8443/confluence",
            "HTTPS://B\u00dcCHER.example",
            "http://127.0.0.1:8080",
            "user@acme.atlassian.net"));

    private static void type(long inputs) {
        int[] accepted = new int[1];
        INPUTS.tryText(inputs, typed -> {
            try {
                ConfluenceSite site = ConfluenceSite.parse(typed);
                accepted[0]++;
                assertThat(site.host()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
                assertThat(site.origin().getScheme()).isEqualTo("https");
                assertThat(site.origin().getHost()).isEqualTo(site.host());
                assertThat(site.origin().getRawUserInfo()).isNull();
            } catch (InvalidArgumentException e) {
                assertThat(e).hasMessageContaining("domain");
            }
        });
        assertThat(accepted[0]).isBetween(1, (int) inputs - 1);
    }

    @Test
    void of_10_000_broken_addresses_each_is_a_host_or_refused() {
        type(10_000);
    }

    @Test
    @Tag("proof")
    void of_1_000_000_broken_addresses_each_is_a_host_or_refused() {
        type(1_000_000);
    }
}
