package dev.confluencekit.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfluenceSiteTest {
    private static void assertRefused(@Nullable String typed) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> ConfluenceSite.parse(typed))
                .withMessageStartingWith("domain: ")
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("domain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "ACME",
                "  acme  ",
                "acme/",
                "acme.",
                "acme/wiki",
                "acme/wiki/spaces/X?a=b",
                "acme:443",
                "acme.atlassian.net",
                "Acme.Atlassian.NET",
                " acme.atlassian.net\r\n",
                "\tacme.atlassian.net",
                "\u00A0acme.atlassian.net\u2003",
                "\uFEFFacme.atlassian.net",
                "acme.atlassian.net\u200B",
                "acme.atlassian.net/",
                "acme.atlassian.net.",
                "acme.atlassian.net./wiki",
                "acme.atlassian.net?x=y",
                "acme.atlassian.net:443",
                "https://acme.atlassian.net",
                "HTTPS://acme.atlassian.net/",
                "https://acme.atlassian.net:443/wiki",
                "https://acme.atlassian.net/wiki/spaces/X/pages/123/Some+Title?focusedCommentId=9",
                "https://acme.atlassian.net/wiki/spaces/X/pages/123/Some Title With Spaces",
                "https://acme.atlassian.net/wiki/spaces/X/pages/123/Über uns – 日本語 😀",
                "https://acme.atlassian.net/wiki/spaces/X/pages/123/100%",
                "https://acme.atlassian.net/wiki/spaces/~712020:abc/overview",
                "https://acme.atlassian.net/wiki/x/\"<>^`{|}[]",
                "https://acme.atlassian.net/wiki/people/ann@example.com?x=a@b:c",
                "https://acme.atlassian.net//wiki//",
                "https://acme.atlassian.net/login?dest-url=https://evil.example/"
            })
    void parse_whatPeopleTypeForACloudSite_isThatSite(String typed) {
        assertThat(ConfluenceSite.parse(typed)).hasToString("https://acme.atlassian.net");
    }

    @ParameterizedTest
    @CsvSource({
        "wiki.acme.example, wiki.acme.example",
        "WIKI.Acme.Example, wiki.acme.example",
        "https://wiki.acme.example/wiki/home, wiki.acme.example",
        "wiki.acme.example., wiki.acme.example",
        "wiki.acme.example:443, wiki.acme.example",
        "wissen.bücher.example, wissen.xn--bcher-kva.example",
        "https://wissen.BÜCHER.example:443/wiki/Über uns, wissen.xn--bcher-kva.example",
        "wissen.xn--bcher-kva.example, wissen.xn--bcher-kva.example",
        "知識。例え。テスト, xn--k7yw82b.xn--r8jz45g.xn--zckzah",
        "1-2.3com.example, 1-2.3com.example"
    })
    void parse_customDomain_isItsAsciiName(String typed, String host) {
        ConfluenceSite site = ConfluenceSite.parse(typed);
        assertThat(site.host()).isEqualTo(host);
        assertThat(site.origin()).isEqualTo(URI.create("https://" + host));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0", "\u200B"})
    void parse_nothing_isRefused(@Nullable String typed) {
        assertRefused(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.atlassian.net",
                "HTTP://acme.atlassian.net",
                "ftp://acme.atlassian.net",
                "ftp:acme.atlassian.net",
                "http:acme.atlassian.net",
                "http:/acme.atlassian.net",
                "https:acme.atlassian.net",
                "https:/acme.atlassian.net",
                "https:",
                "https://",
                "https:///wiki",
                "://acme.atlassian.net",
                "//acme.atlassian.net",
                "https://https://acme.atlassian.net",
                "javascript:alert(1)",
                "mailto:ann@acme.example",
                "file:///etc/passwd",
                "http://127.0.0.1:8080"
            })
    void parse_anythingButHttps_isRefused(String typed) {
        assertRefused(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@acme.atlassian.net",
                "ann@acme.example",
                "https://ann:secret@acme.atlassian.net",
                "https://@acme.atlassian.net",
                "https://acme.atlassian.net@evil.example",
                "acme.atlassian.net:443@evil.example",
                "https://acme.atlassian.net\uFF20evil.example",
                "acme.atlassian.net#wiki",
                "https://acme.atlassian.net/wiki/spaces/X/pages/1/T#Heading",
                "https://acme.atlassian.net/wiki/A B#C",
                "#"
            })
    void parse_userInformationOrFragment_isRefused(String typed) {
        assertRefused(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1:443",
                "https://192.168.1.1/wiki",
                "127.1",
                "https://2130706433",
                "https://0x7f000001",
                "0x7f.0.0.1",
                "0x7f.0x1",
                "0177.0.0.1",
                "127.0.0.1.",
                "１２７.0.0.1",
                "[::1]",
                "https://[::1]/",
                "[2001:db8::1]:443",
                "::1",
                "2001:db8::1",
                "https://[::1",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "localhost/wiki",
                "https://localhost",
                "localhost:443"
            })
    void parse_addressOfAMachine_isRefused(String typed) {
        assertRefused(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notatlassian.net",
                "acme.notatlassian.net",
                "x.atlassian.net.evil.example",
                "atlassian.net.evil.example",
                "acme-atlassian.net",
                "atlassian.net",
                "www.atlassian.net",
                "www",
                ".atlassian.net",
                "acme..atlassian.net",
                "acme.atlassian.net..",
                "api.atlassian.com",
                "https://api.atlassian.com/ex/confluence/11111111-2222",
                "id.atlassian.com",
                "admin.atlassian.com",
                "acme.atlassian.com",
                "atlassian.com",
                "https://acme",
                "https://confluence/display/X"
            })
    void parse_nameThatIsNoSitesOwn_isRefused(String typed) {
        assertRefused(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme corp",
                "acme .atlassian.net",
                "acme_corp",
                "acme_corp.atlassian.net",
                "-acme",
                "acme-",
                "-acme.atlassian.net",
                "acme.-atlassian.example",
                "acme!.atlassian.net",
                "acme%2eatlassian.net",
                "acme,atlassian.net",
                "acme*",
                "\\\\acme.atlassian.net",
                "https:\\\\acme.atlassian.net",
                "https://evil.example\\.atlassian.net",
                "https://acme.atlassian.net\\@evil.example",
                "https://acme.atlassian.net/wiki\\spaces",
                "acme\r\n.atlassian.net",
                "acme.atlassian.net\r\nHost: evil.example",
                "https://acme.atlassian.net/wiki\r\nX: y",
                "acme\u0000.atlassian.net",
                "evil.example\uFF0F.atlassian.net",
                "evil.example\uFF0F.atlassian.net/wiki/a b^",
                "acme\uD800.example",
                "acme\u202E.example",
                "xn--.example",
                "."
            })
    void parse_charactersThatNoNameHas_isRefused(String typed) {
        assertRefused(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.atlassian.net:8443",
                "https://acme.atlassian.net:80",
                "acme:8443",
                "acme.atlassian.net:",
                "wiki.acme.example:0",
                "wiki.acme.example:65536",
                "wiki.acme.example:99999999999",
                "wiki.acme.example:-1",
                "wiki.acme.example:+443",
                "wiki.acme.example:４４３",
                "wiki.acme.example:443:443"
            })
    void parse_portThatCannotBe_isRefused(String typed) {
        assertRefused(typed);
    }

    @Test
    void parse_labelOf63Characters_isAccepted() {
        assertThat(ConfluenceSite.parse("a".repeat(63)).host()).isEqualTo("a".repeat(63) + ".atlassian.net");
    }

    @Test
    void parse_labelOf64Characters_isRefused() {
        assertRefused("a".repeat(64));
    }

    @Test
    void parse_nameOf254Characters_isRefused() {
        assertRefused("abcdefg.".repeat(30) + "abcdefghijabcd");
    }

    @Test
    void parse_nameOf253Characters_isAccepted() {
        String name = "abcdefg.".repeat(30) + "abcdefghijabc";
        assertThat(ConfluenceSite.parse(name).host()).isEqualTo(name);
    }

    @Test
    @Timeout(5)
    void parse_hugeInput_isRefusedAtOnce() {
        assertRefused("é".repeat(1_000_000));
    }

    @Test
    void parse_pastedAddressWithAVeryLongTitle_isAccepted() {
        assertThat(ConfluenceSite.parse("https://acme.atlassian.net/wiki/" + "%E6%97%A5".repeat(255))
                        .host())
                .isEqualTo("acme.atlassian.net");
    }

    @Test
    void parse_refusal_doesNotRepeatWhatWasTyped() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> ConfluenceSite.parse("https://ann:canary@acme.atlassian.net"))
                .withMessageNotContaining("canary");
    }

    @Test
    void parse_customDomainWithAPort_keepsIt() {
        assertThat(ConfluenceSite.parse("wiki.acme.example:8443").origin())
                .isEqualTo(URI.create("https://wiki.acme.example:8443"));
    }

    @Test
    @Timeout(20)
    void parse_generatedInput_isASafeNameOrRefusedAndNeverAnythingElse() {
        Random random = new Random(20261124);
        List<String> pieces = List.of(
                "acme",
                "atlassian",
                ".net",
                ".atlassian.net",
                "evil.example",
                "api.atlassian.com",
                "localhost",
                "127.0.0.1",
                "[::1]",
                "https://",
                "http://",
                "//",
                "/",
                "\\",
                "@",
                ":",
                ":443",
                ":8080",
                "?",
                "#",
                "%",
                "%2e",
                " ",
                "\r\n",
                "\t",
                "\u0000",
                "ü",
                "日本",
                "\u3002",
                "\uFF0E",
                "\uFF0F",
                "\uFF20",
                "\u200B",
                "\u202E",
                "\uD83D\uDE00",
                "\uD800",
                "-",
                "_",
                "xn--",
                "xn--a-",
                ".",
                "..",
                "a".repeat(64),
                "ß");
        for (int i = 0; i < 10_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(7); n >= 0; n--) {
                if (random.nextInt(4) == 0) {
                    typed.append((char) random.nextInt(Character.MAX_VALUE + 1));
                } else {
                    typed.append(pieces.get(random.nextInt(pieces.size())));
                }
            }
            try {
                assertSafe(ConfluenceSite.parse(typed.toString()));
            } catch (InvalidArgumentException e) {
                assertThat(e.parameter()).isEqualTo("domain");
            }
        }
    }

    private static void assertSafe(ConfluenceSite site) {
        URI origin = site.origin();
        assertThat(site.host()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+").isNotEqualTo("localhost");
        assertThat(site.host().contains("atlassian.net")).isEqualTo(site.host().endsWith(".atlassian.net"));
        assertThat(site.host().matches(".*\\.[0-9]+")).isFalse();
        assertThat(origin.getScheme()).isEqualTo("https");
        assertThat(origin.getHost()).isEqualTo(site.host());
        assertThat(origin.getRawUserInfo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "HTTP://LOCALHOST:8080/wiki, http://localhost:8080",
        "http://localhost, http://localhost",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void loopback_plainHttpOnThisMachine_isAccepted(String address, String origin) {
        assertThat(ConfluenceSite.loopback(address)).hasToString(origin);
        assertThat(ConfluenceSite.isLoopback(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:8080",
                "127.0.0.1:8080",
                "localhost",
                "http://0.0.0.0:8080",
                "http://127.0.0.2",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://acme.atlassian.net",
                "http://ann@127.0.0.1",
                "http://127.0.0.1@evil.example",
                "http://127.0.0.1#x",
                "http://evil.example\\@127.0.0.1",
                "http://[::2]",
                "http://[::1",
                "http://127.0.0.1:99999",
                "http://",
                "",
                " "
            })
    void loopback_anythingElse_isRefused(String address) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> ConfluenceSite.loopback(address))
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("domain");
        assertThat(ConfluenceSite.isLoopback(address)).isFalse();
    }

    @Test
    void gateway_cloudSite_isAtlassians() {
        assertThat(ConfluenceSite.parse("acme").gateway()).isEqualTo(URI.create("https://api.atlassian.com"));
    }

    @Test
    void gateway_serverOnThisMachine_isThatServer() {
        assertThat(ConfluenceSite.loopback("http://127.0.0.1:8080").gateway())
                .isEqualTo(URI.create("http://127.0.0.1:8080"));
    }

    @ParameterizedTest
    @CsvSource({"acme, true", "acme.atlassian.net, true", "wiki.acme.example, false"})
    void isCloudByName_onlyOnAtlassianNet(String typed, boolean cloud) {
        assertThat(ConfluenceSite.parse(typed).isCloudByName()).isEqualTo(cloud);
    }

    @Test
    void isCloudByName_serverOnThisMachine_playsCloud() {
        assertThat(ConfluenceSite.loopback("http://127.0.0.1:8080").isCloudByName())
                .isTrue();
    }

    @Test
    void equals_sameSiteTypedInTwoWays_isEqual() {
        ConfluenceSite one = ConfluenceSite.parse("Acme");
        ConfluenceSite other = ConfluenceSite.parse("https://acme.atlassian.net:443/wiki");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.tenant()).isEqualTo(other.tenant());
    }

    @Test
    void equals_otherPort_isAnotherSite() {
        ConfluenceSite one = ConfluenceSite.parse("wiki.acme.example");
        ConfluenceSite other = ConfluenceSite.parse("wiki.acme.example:8443");
        assertThat(one).isNotEqualTo(other);
        assertThat(one.tenant()).isNotEqualTo(other.tenant());
    }

    @ParameterizedTest
    @CsvSource({
        "/spaces/X/pages/1/Some+Title, /spaces/X/pages/1/Some+Title",
        "spaces/X, /spaces/X",
        "/spaces/X/pages/1/Caf%C3%A9?focusedCommentId=1#c, /spaces/X/pages/1/Caf%C3%A9?focusedCommentId=1#c",
        "/spaces/X/pages/1/Café 100%, /spaces/X/pages/1/Caf%C3%A9%20100%25",
        "/spaces/~712020:abc/x@y, /spaces/~712020:abc/x@y",
        "'/x/\"<>^`{|}[]\\', /x/%22%3C%3E%5E%60%7B%7C%7D%5B%5D%5C",
        "//evil.example, //evil.example"
    })
    void webAddress_anyPath_isAnAddressOnTheSite(String path, String below) {
        assertThat(ConfluenceSite.parse("acme").webAddress(path))
                .isEqualTo(URI.create("https://acme.atlassian.net/wiki" + below))
                .hasHost("acme.atlassian.net");
    }
}
