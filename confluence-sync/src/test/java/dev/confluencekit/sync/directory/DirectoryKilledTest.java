package dev.confluencekit.sync.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.kill.KillProof;
import dev.confluencekit.sync.kill.KillVerdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever mirrors into a directory is killed. The system properties {@code confluencekit.kills} and
 * {@code confluencekit.seed} say how often, and from which seed on.
 */
class DirectoryKilledTest {
    @TempDir
    private Path directory;

    @Test
    @Timeout(60)
    void mirror_killedAtARandomInstant_losesAndDoublesNothing() throws Exception {
        kill(1);
    }

    @Test
    @Tag("proof")
    @Timeout(7_200)
    void mirror_killedAThousandTimes_losesAndDoublesNothing() throws Exception {
        kill(Integer.getInteger("confluencekit.kills", 1_000));
    }

    @Test
    @Tag("proof")
    @Timeout(1_200)
    void proof_ofATargetThatSaysItLastsBeforeItDoes_findsThat() throws Exception {
        long seed = Long.getLong("confluencekit.seed", System.nanoTime());
        KillVerdict verdict = KillProof.run(new LazyUnderKill(), directory, 50, seed);
        System.out.println("a target that is wrong: " + verdict);
        assertThat(verdict.restarted()).isPositive();
    }

    private void kill(int times) throws Exception {
        long seed = Long.getLong("confluencekit.seed", System.nanoTime());
        KillVerdict verdict = KillProof.run(new DirectoryUnderKill(), directory, times, seed);
        System.out.println("directory: " + verdict);
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.compared()).isEqualTo(times);
        assertThat(verdict.items()).isPositive();
        assertThat(verdict.faults()).isZero();
    }
}
