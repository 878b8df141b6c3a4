package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.internal.pipeline.Allowance.Pass;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Gates are kept as long as they know something, and no longer. */
class TenantGatesTest {
    private final ManualTime time = new ManualTime();
    private final TenantGates gates = new TenantGates(time, new FixedRandom(0), null);
    private final ConfluenceSite acme = ConfluenceSite.parse("acme");

    private void throttle(ConfluenceSite site) throws Exception {
        TenantGate gate = gates.acquire(site);
        Pass pass =
                gate.enter(gate.ticket(), new Deadline(time, Duration.ofMinutes(1)), new Lifeline("test"), pause -> {});
        gate.throttled(pass, Duration.ofSeconds(10));
        gates.release(site);
    }

    @Test
    void calls_at_one_site_at_once_share_a_gate() {
        assertThat(gates.acquire(acme)).isSameAs(gates.acquire(acme));
    }

    @Test
    void sites_have_gates_of_their_own() {
        assertThat(gates.acquire(acme)).isNotSameAs(gates.acquire(ConfluenceSite.parse("other")));
    }

    @Test
    void a_gate_that_has_nothing_to_remember_goes_with_its_last_call() {
        gates.acquire(acme);
        gates.acquire(acme);
        gates.release(acme);
        assertThat(gates.size()).isEqualTo(1);
        gates.release(acme);
        assertThat(gates.size()).isZero();
    }

    @Test
    void a_pause_outlives_the_call_that_met_it() throws Exception {
        throttle(acme);
        assertThat(gates.acquire(acme).pauseLeft()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void sites_that_were_in_trouble_once_do_not_stay_for_ever() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            throttle(ConfluenceSite.parse("site" + i));
            time.advance(Duration.ofSeconds(10));
        }
        // An hour's worth of them is 360; the rest has been swept out.
        assertThat(gates.size()).isLessThan(2_000);
    }

    @Test
    void a_long_pause_is_not_swept_out() throws Exception {
        TenantGate gate = gates.acquire(acme);
        Pass pass =
                gate.enter(gate.ticket(), new Deadline(time, Duration.ofMinutes(1)), new Lifeline("test"), pause -> {});
        gate.throttled(pass, Duration.ofDays(7));
        gates.release(acme);
        for (int i = 0; i < 5_000; i++) {
            throttle(ConfluenceSite.parse("site" + i));
            time.advance(Duration.ofSeconds(10));
        }
        assertThat(gates.acquire(acme).pauseLeft()).isGreaterThan(Duration.ofDays(6));
    }
}
