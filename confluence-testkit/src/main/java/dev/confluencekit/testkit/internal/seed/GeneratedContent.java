package dev.confluencekit.testkit.internal.seed;

import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.SpaceSeed;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Text in any amount, the same for the same seed. */
public final class GeneratedContent {

    private static final long FIRST_ID = 10_000_000;
    private static final int CHILDREN = 10;
    private static final String AUTHOR = "5f8a1c2e9b3d4e0071a2c301";
    private static final Instant EPOCH = Instant.parse("2025-01-01T08:00:00.000Z");
    private static final List<String> WORDS = List.of(
            "battery",
            "belt",
            "brake",
            "cargo",
            "charger",
            "checklist",
            "customer",
            "delivery",
            "display",
            "firmware",
            "frame",
            "guide",
            "handover",
            "incident",
            "invoice",
            "light",
            "motor",
            "order",
            "policy",
            "release",
            "repair",
            "return",
            "sensor",
            "service",
            "shipment",
            "spare",
            "spoke",
            "torque",
            "update",
            "warranty");

    private final int bodyChars;
    private final long seed;

    /**
     * Makes a generator.
     *
     * @param bodyChars about how many characters a body has
     * @param seed where the pseudo-random text begins
     */
    public GeneratedContent(int bodyChars, long seed) {
        this.bodyChars = bodyChars;
        this.seed = seed;
    }

    /**
     * Generates spaces and their pages.
     *
     * @param spaces how many spaces
     * @param pagesPerSpace how many pages in each
     * @param toSpace takes the spaces
     * @param toPage takes the pages, each after the one above it
     */
    public void write(int spaces, int pagesPerSpace, Consumer<SpaceSeed> toSpace, Consumer<PageSeed> toPage) {
        long id = FIRST_ID;
        for (int s = 1; s <= spaces; s++) {
            String key = "GEN" + s;
            toSpace.accept(SpaceSeed.builder(key, "Generated space " + s)
                    .id(String.valueOf(id))
                    .authorId(AUTHOR)
                    .createdAt(EPOCH)
                    .build());
            id++;
            long first = id;
            for (int p = 0; p < pagesPerSpace; p++) {
                toPage.accept(page(key, first, p));
                id++;
            }
        }
    }

    private PageSeed page(String key, long first, int number) {
        long id = first + number;
        SplittableRandom random = new SplittableRandom(seed ^ id);
        Instant created = EPOCH.plusSeconds(60L * number);
        Instant modified = created.plusMillis(random.nextLong(86_400_000L * 300));
        PageSeed.Builder page = PageSeed.builder(key, word(random) + " " + word(random) + " " + (number + 1))
                .id(String.valueOf(id))
                .authorId(AUTHOR)
                .createdAt(created)
                .version(new PageSeed.Version(1 + random.nextInt(9), "", false, AUTHOR, modified))
                .storage(() -> body(id));
        return number == 0
                ? page.build()
                : page.parentId(String.valueOf(first + (number - 1) / CHILDREN)).build();
    }

    private String body(long id) {
        SplittableRandom random = new SplittableRandom(seed ^ ~id);
        StringBuilder text = new StringBuilder(bodyChars + 64);
        while (text.length() < bodyChars) {
            text.append("<p>");
            int words = 12 + random.nextInt(40);
            for (int i = 0; i < words && text.length() < bodyChars; i++) {
                text.append(word(random)).append(i % 11 == 10 ? ". " : " ");
            }
            text.append("</p>");
        }
        return text.toString();
    }

    private static String word(SplittableRandom random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
