package dev.confluencekit.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Reads a site round after round and prints how long each took. */
final class ReadCommand implements Command {
    private final String name;
    private final String purpose;
    private final PageReader.Factory factory;

    ReadCommand(String name, String purpose, PageReader.Factory factory) {
        this.name = name;
        this.purpose = purpose;
        this.factory = factory;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String arguments() {
        return "BASE_URL ROUNDS [sequential|parallel]";
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(2, 3);
        SiteAddress address = SiteAddress.of(arguments.text(0));
        int rounds = arguments.count(1);
        Mode mode = arguments.modeOr(2, Mode.SEQUENTIAL);
        try (PageReader reader = factory.open(address)) {
            for (int round = 1; round <= rounds; round++) {
                time(reader, mode, round, out);
            }
        }
    }

    /** Reads once and prints the line of the round. */
    static Timed time(PageReader reader, Mode mode, int round, PrintStream out) throws Exception {
        long start = System.nanoTime();
        Totals totals = reader.read(mode);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.println(String.format(
                Locale.ROOT,
                "%s-%s round %d: %d pages %d chars %.3f s %.0f pages/s",
                reader.label(),
                mode,
                round,
                totals.pages(),
                totals.characters(),
                seconds,
                totals.pages() / seconds));
        return new Timed(totals, seconds);
    }

    /**
     * One round.
     *
     * @param totals what was read
     * @param seconds how long it took
     */
    record Timed(Totals totals, double seconds) {}
}
