package dev.confluencekit.benchmarks;

/** Reads every page of a site with its storage body. */
interface PageReader extends AutoCloseable {
    /** How many spaces are read at once in parallel mode. */
    int AT_ONCE = 8;

    /** What the printed lines begin with. */
    String label();

    /** Reads the site once. */
    Totals read(Mode mode) throws Exception;

    @Override
    void close();

    /** Makes a reader of the site at an address. */
    @FunctionalInterface
    interface Factory {
        PageReader open(SiteAddress address);
    }
}
