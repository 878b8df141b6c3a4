package dev.confluencekit.examples.quickstart;

import java.io.Console;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

    /** Before JDK 22 there is a console only on a terminal; from then on always, and it has to be asked. */
    @SuppressWarnings("SystemConsoleNull") // both ways are handled
    static boolean isAttached() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
