package dev.confluencekit.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest {
    @Test
    void defaults_changeNothing() {
        assertThat(CallOptions.defaults())
                .returns(true, CallOptions::retries)
                .returns(true, options -> options.timeout().isEmpty());
    }

    @Test
    void timeout_set_isKeptBesideOtherOptions() {
        CallOptions options =
                CallOptions.defaults().timeout(Duration.ofSeconds(5)).withoutRetry();
        assertThat(options.timeout()).contains(Duration.ofSeconds(5));
        assertThat(options.retries()).isFalse();
    }

    @Test
    void withoutRetry_set_isKeptBesideOtherOptions() {
        assertThat(CallOptions.defaults()
                        .withoutRetry()
                        .timeout(Duration.ofSeconds(5))
                        .retries())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void timeout_notPositive_isRefused(Duration limit) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> CallOptions.defaults().timeout(limit))
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("timeout");
    }
}
