package dev.confluencekit.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** These tests run twice, and the second time it is really the lowest Jackson that is supported. */
@EnabledIfSystemProperty(
        named = "jackson.expected",
        matches = ".+",
        disabledReason = "started without Maven, which says the version")
class JacksonVersionTest {
    private static final String EXPECTED = System.getProperty("jackson.expected");

    @Test
    void all_of_Jackson_is_of_the_version_that_these_tests_are_meant_for() {
        assertThat(PackageVersion.VERSION).hasToString(EXPECTED);
        assertThat(com.fasterxml.jackson.core.json.PackageVersion.VERSION).hasToString(EXPECTED);
    }
}
