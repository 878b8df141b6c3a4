package dev.confluencekit.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No type and no member comes, goes or changes in what users see without being seen in review. */
class PublicApiIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "confluence-core",
                "confluence-auth",
                "confluence-content",
                "confluence-sync",
                "confluence-sync-jdbc",
                "confluence-markup",
                "confluence-integration",
                "confluence-testkit"
            })
    void what_a_jar_offers_is_what_its_listing_says(String module) throws IOException {
        String found = ApiListing.of(BuiltJars.of(module), PublicApiIT.class.getClassLoader());
        String committed = read(Path.of("..", module, "api.txt"));
        Path copy = Path.of("target", "api", module, "api.txt");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, found);

        assertThat(differences(committed, found))
                .as(
                        "%1$s/api.txt (-) and the public API of %1$s (+). If the change is meant, see VERSIONING.md and"
                                + " copy consumer-tests/target/api/%1$s/api.txt over %1$s/api.txt.",
                        module)
                .isEmpty();
        assertThat(found).isEqualTo(committed);
    }

    /** A checkout may have other line ends. */
    private static String read(Path listing) throws IOException {
        return Files.exists(listing) ? Files.readString(listing).replace("\r\n", "\n") : "";
    }

    private static List<String> differences(String committed, String found) {
        Set<String> before = lines(committed);
        Set<String> after = lines(found);
        List<String> differences = new ArrayList<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> differences.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> differences.add("+ " + line));
        return differences;
    }

    /** Each member with its type, since many types have members that read the same. */
    private static Set<String> lines(String listing) {
        Set<String> lines = new LinkedHashSet<>();
        String owner = "";
        for (String line : listing.lines().filter(text -> !text.isEmpty()).toList()) {
            boolean member = line.startsWith(" ");
            owner = member ? owner : line;
            lines.add(member ? owner + " :: " + line.strip() : line);
        }
        return lines;
    }
}
