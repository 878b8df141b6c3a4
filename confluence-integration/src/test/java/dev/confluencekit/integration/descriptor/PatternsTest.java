package dev.confluencekit.integration.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The patterns of the form say of any text what the library says of it. */
class PatternsTest {
    private static final int TEXTS = 15_000;
    private static final List<String> SITE_PARTS = List.of(
            "acme",
            "www",
            "atlassian",
            "net",
            "com",
            "atlassian.net",
            ".atlassian.net",
            "localhost",
            "WWW",
            "Atlassian",
            "NET",
            "xn--bcher-kva",
            ".",
            ".",
            ".",
            "-",
            "https://",
            "HTTPS://",
            "http://",
            "ftp://",
            "://",
            ":443",
            ":0443",
            ":8443",
            ":0",
            ":65535",
            ":65536",
            ":99999",
            ":00000",
            ":",
            "/wiki",
            "/",
            "?a=b",
            "#x",
            "@",
            "user@",
            "\\",
            "[::1]",
            "127.0.0.1",
            "1",
            "0x7f",
            "_",
            " ",
            "\t",
            "\n",
            "\u00a0",
            "\u2028",
            "\u0085",
            "%",
            "a".repeat(63),
            "a".repeat(64),
            ("b".repeat(62) + ".").repeat(4));
    private static final List<String> TEXT_PARTS = List.of(
            "a",
            "Z",
            "9",
            "@",
            ".",
            "-",
            "=",
            ":",
            " ",
            "\t",
            "\n",
            "\r",
            "\u0000",
            "\u001c",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u1680",
            "\u2003",
            "\u2007",
            "\u2028",
            "\u2029",
            "\u202f",
            "\u3000",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\u00fc",
            "\u200b");

    @Test
    void the_domain_s_pattern_takes_what_the_site_s_parser_takes() {
        agree(Patterns.domain(), SITE_PARTS, ConfluenceSite::parse);
    }

    @Test
    void the_username_s_pattern_takes_what_the_authorization_takes() {
        agree(Patterns.USERNAME, TEXT_PARTS, Authorization::checkUsername);
    }

    @Test
    void the_api_key_s_pattern_takes_what_the_secret_takes() {
        agree(Patterns.API_KEY, TEXT_PARTS, Secret::of);
    }

    @Test
    void a_domain_with_letters_outside_ascii_is_left_to_the_library() {
        assertThat(List.of("b\u00fccher.example", "https://b\u00fccher.example:8443/wiki", "\uff41\uff43\uff4d\uff45"))
                .allMatch(typed -> typed.matches(Patterns.domain()))
                .allMatch(typed -> takes(ConfluenceSite::parse, typed));
    }

    private static void agree(String pattern, List<String> parts, Consumer<String> library) {
        Pattern compiled = Pattern.compile(pattern);
        Random random = new Random(4);
        int taken = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, parts);
            boolean good = takes(library, text);
            assertThat(compiled.matcher(text).matches()).as("<%s>", text).isEqualTo(good);
            taken += good ? 1 : 0;
        }
        assertThat(taken).as("texts that are good").isBetween(TEXTS / 100, TEXTS * 9 / 10);
    }

    private static String text(Random random, List<String> parts) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(1, 7); n > 0; n--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    private static boolean takes(Consumer<String> library, String text) {
        try {
            library.accept(text);
            return true;
        } catch (InvalidArgumentException e) {
            return false;
        }
    }
}
