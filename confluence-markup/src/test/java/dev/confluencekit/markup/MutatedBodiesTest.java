package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.storage.StorageChecker;
import dev.confluencekit.markup.storage.StorageForm;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes in place of a body, nothing is thrown, and what is written is well-formed. A failure names the seed. */
class MutatedBodiesTest {
    private static final String[] PIECES = {
        "<",
        ">",
        "</",
        "/>",
        "&",
        "&#",
        ";",
        "\"",
        "=",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?x",
        "<!DOCTYPE x [",
        "\u0000",
        "\ud800",
        "<br>",
        "<td>",
        "<li>",
        "<ul>",
        "<tr colspan=\"9999\">",
        "<ac:link>",
        "<ac:task>",
        "<ac:structured-macro ac:name=\"code\">",
        "<ac:parameter>",
        "<ac:rich-text-body>",
        "<ri:user/>",
        "</p>",
        "</table>",
        "<table><td rowspan=\"999\">",
        "`",
        "|",
        "\n",
        "\u2028"
    };

    @Test
    void broken_bodies_are_read_and_written() {
        check(1, 20_000);
    }

    @Test
    @Tag("proof")
    void a_million_broken_bodies_are_read_and_written() {
        check(1_000_000, 1_000_000);
    }

    private static void check(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            String body = mutated(seed);
            try {
                Markup read = Markup.storage(body);
                assertThat(read.toMarkdown().output()).isNotNull();
                assertThat(read.toText().output()).isNotNull();
                StorageChecker.check(read.toStorage().output());
                assertThat(StorageForm.normal(body)).isNotNull();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + body, e);
            }
        }
    }

    private static String mutated(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder body = new StringBuilder(StorageGenerator.of(seed % 200).body());
        int most = 4_000;
        if (body.length() > most) {
            body.setLength(most);
        }
        int changes = 1 + random.nextInt(10);
        for (int i = 0; i < changes && body.length() > 0; i++) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(4)) {
                case 0 -> body.deleteCharAt(at);
                case 1 -> body.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> body.delete(at, Math.min(body.length(), at + random.nextInt(40)));
                default -> body.insert(at, body.substring(at, Math.min(body.length(), at + random.nextInt(60))));
            }
        }
        return body.toString();
    }
}
