package dev.confluencekit.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** The command line: the first argument names a command, the rest is the command's own. */
public final class Main {
    /** The command did what it was asked for. */
    static final int DONE = 0;

    /** The command could not do it. */
    static final int FAILED = 1;

    /** The arguments make no command. */
    static final int BAD_USAGE = 2;

    private static final List<Command> COMMANDS = List.of(
            new ReadCommand("list-pages", "every page with its storage body, by the library", LibraryReader::new),
            new ReadCommand("baseline", "the same by hand: java.net.http and Jackson", ByHandReader::new),
            new CompareCommand(),
            new EmbedCommand(),
            new ServeCommand(),
            new SyncCostCommand(),
            new SyncSpeedCommand(),
            new SyncSqliteCommand(),
            new ServeChangingCommand(),
            new MarkupSpeedCommand(),
            new MarkupShapesCommand());

    private Main() {}

    /**
     * Runs a command and ends the process if it failed: status 1, or 2 for arguments that make no command.
     *
     * @param args the name of a command, and its arguments
     */
    public static void main(String[] args) {
        int status = run(List.of(args), System.out, System.err);
        System.out.flush();
        if (status != DONE) {
            System.exit(status);
        }
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        try {
            if (args.isEmpty()) {
                throw new UsageException("a command is missing");
            }
            Command command = COMMANDS.stream()
                    .filter(candidate -> candidate.name().equals(args.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("there is no command " + args.get(0)));
            command.run(new Arguments(args.subList(1, args.size())), out);
            return DONE;
        } catch (UsageException e) {
            err.println(e.getMessage());
            printUsage(err);
            return BAD_USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("interrupted");
            return FAILED;
        } catch (Exception e) {
            err.println(e);
            return FAILED;
        }
    }

    private static void printUsage(PrintStream err) {
        err.println("usage: java -jar benchmarks.jar COMMAND ARGUMENTS");
        COMMANDS.forEach(command -> {
            err.println("  " + command.name() + " " + command.arguments());
            err.println("      " + command.purpose());
        });
    }
}
