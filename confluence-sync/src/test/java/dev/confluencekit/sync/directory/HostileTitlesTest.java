package dev.confluencekit.sync.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.sync.target.contract.SampleItems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a page or a file is called: it is in the mirror, in files of its own, inside, under its exact title. */
class HostileTitlesTest {
    private static final int MANY = 100_000;
    private static final int FEW = 300;

    @TempDir
    private Path directory;

    /** What a JVM is told, and what it then says of itself. Each has {@code LC_ALL=C}. */
    static Stream<Arguments> jvms() {
        return Stream.of(
                Arguments.of(List.of(), "encoding ANSI_X3.4-1968"),
                Arguments.of(List.of("-Duser.language=tr", "-Duser.country=TR"), "locale tr_TR, i is 304"),
                Arguments.of(
                        List.of("-Dfile.encoding=US-ASCII", "-Dsun.jnu.encoding=ANSI_X3.4-1968"),
                        "encoding ANSI_X3.4-1968, US-ASCII"));
    }

    @Test
    void titles_areStoredExactlyAndInside() throws IOException {
        HostileTitles.store(directory, FEW);
        HostileTitles.check(directory, FEW);
    }

    @Test
    void titles_inATurkishJvmOfTheCLocale_areStoredExactlyAndInside() throws Exception {
        List<String> options = List.of("-Duser.language=tr", "-Duser.country=TR");
        assertThat(HostileTitles.inAnotherJvm(directory, FEW, options)).contains("ANSI_X3.4-1968", "i is 304");
        HostileTitles.check(directory, FEW);
    }

    @ParameterizedTest
    @Tag("proof")
    @MethodSource("jvms")
    void hundredThousandTitles_inAJvmOfTheCLocale_areStoredExactlyAndInside(List<String> options, String says)
            throws Exception {
        String said = HostileTitles.inAnotherJvm(directory, MANY, options);
        System.out.println(said);
        assertThat(said).contains(says);
        HostileTitles.check(directory, MANY);
    }

    @Test
    void titles_allDiffer() {
        assertThat(new HashSet<>(SampleItems.hostileTitles())).hasSameSizeAs(SampleItems.hostileTitles());
        assertThat(new HashSet<>(HostileTitles.titles(5_000))).hasSize(5_000);
    }
}
