package dev.confluencekit.sync.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.kill.KillProof;
import dev.confluencekit.sync.kill.KillVerdict;
import dev.confluencekit.sync.kill.TargetUnderKill;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever mirrors into a database is killed. The system properties {@code confluencekit.kills} and {@code confluencekit.seed}
 * say how often, and from which seed on.
 */
class DatabaseKilledTest {
    @TempDir
    private Path directory;

    @Test
    @Timeout(60)
    void sqlite_killedAtARandomInstant_losesAndDoublesNothing() throws Exception {
        kill(new SqliteUnderKill(), 1);
    }

    @Test
    @Tag("proof")
    @Timeout(7_200)
    void sqlite_killedAThousandTimes_losesAndDoublesNothing() throws Exception {
        kill(new SqliteUnderKill(), Integer.getInteger("confluencekit.kills", 1_000));
    }

    @Test
    @Tag("proof")
    @Timeout(7_200)
    void postgresql_killedTwoHundredTimes_losesAndDoublesNothing() throws Exception {
        PostgresServer.need();
        kill(new PostgresUnderKill(), Integer.getInteger("confluencekit.kills", 200));
    }

    private void kill(TargetUnderKill target, int times) throws Exception {
        long seed = Long.getLong("confluencekit.seed", System.nanoTime());
        KillVerdict verdict = KillProof.run(target, directory, times, seed);
        System.out.println(target.getClass().getSimpleName() + ": " + verdict);
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.compared()).isEqualTo(times);
        assertThat(verdict.items()).isPositive();
        assertThat(verdict.faults()).isZero();
    }
}
