package dev.confluencekit.benchmarks;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Serves made-up pages until its standard input ends, which for a child process is when its parent does. */
final class ServeCommand implements Command {
    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String arguments() {
        return "PAGES BODY_CHARS SPACES [LATENCY_MS [ORIGINS]]";
    }

    @Override
    public String purpose() {
        return "serves made-up pages, prints its base URLs, and runs until its input ends";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(3, 5);
        ServedPages pages = new ServedPages(arguments.count(0), arguments.count(1), arguments.count(2));
        try (PageServer server = new PageServer(pages, arguments.millisOr(3, 0), arguments.countOr(4, 1))) {
            // In one line, so that whoever reads it knows when all are there.
            out.println(server.ports().stream()
                    .map(port -> "http://127.0.0.1:" + port)
                    .collect(Collectors.joining(" ")));
            out.flush();
            // What is typed means nothing.
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
