package dev.confluencekit.benchmarks;

/**
 * What was read.
 *
 * @param pages how many pages
 * @param characters of their storage bodies, together
 */
record Totals(long pages, long characters) {
    static final Totals NONE = new Totals(0, 0);

    Totals plus(Totals other) {
        return new Totals(pages + other.pages, characters + other.characters);
    }
}
