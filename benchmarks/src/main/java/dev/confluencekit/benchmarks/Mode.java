package dev.confluencekit.benchmarks;

/** In which order pages are read. */
enum Mode {
    /** One listing over all spaces. */
    SEQUENTIAL("sequential"),
    /** The spaces side by side. */
    PARALLEL("parallel");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    static Mode of(String word) {
        for (Mode mode : values()) {
            if (mode.word.equals(word)) {
                return mode;
            }
        }
        throw new UsageException(word + " is neither sequential nor parallel");
    }

    @Override
    public String toString() {
        return word;
    }
}
