package dev.confluencekit.benchmarks;

import java.io.PrintStream;

/** One thing that the jar can do. */
interface Command {
    /** The first word on the command line. */
    String name();

    /** What follows the name. */
    String arguments();

    /** What it does, in one line. */
    String purpose();

    /** Does it and prints the result. */
    void run(Arguments arguments, PrintStream out) throws Exception;
}
