package dev.confluencekit.benchmarks;

import java.io.OutputStream;
import java.io.PrintStream;

/** Serves pages that change until its standard input ends, which for a child process is when its parent does. */
final class ServeChangingCommand implements Command {
    static final String NAME = "serve-changing";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String arguments() {
        return "PAGES BODY_CHARS SPACES [REQUEST_MS [BODY_MS]]";
    }

    @Override
    public String purpose() {
        return "serves pages to be mirrored; GET /_change?pages=N edits N, GET /_counters tells requests and most at once";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(3, 5);
        ChangingSite site = new ChangingSite(arguments.count(0), arguments.count(2), arguments.count(1));
        try (ChangingServer server = new ChangingServer(site, arguments.millisOr(3, 0), arguments.millisOr(4, 0))) {
            out.println(server.address());
            out.flush();
            // What is typed means nothing.
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
