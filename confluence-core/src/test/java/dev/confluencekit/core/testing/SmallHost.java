package dev.confluencekit.core.testing;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.site.ConfluenceSite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The main class of a JVM of its own with little memory: makes calls to a server and prints what became of each. */
public final class SmallHost {
    /** What the server does with a page, by the page's id. */
    public static final List<String> PAGES =
            List.of("usual", "endless", "bomb", "refusal", "deep", "headers", "stalled", "stalling");

    private SmallHost() {}

    /** Makes each call in turn; the last one is still under way when the JVM shuts down. */
    public static void main(String[] arguments) throws InterruptedException {
        ConfluenceRuntime runtime = ConfluenceRuntime.create();
        ConfluenceConnection connection = runtime.connect(ConfluenceSite.loopback(arguments[0]), () -> Calls.KEY, null);
        for (String path : new String[] {"usual", "endless", "bomb", "refusal", "deep", "headers", "usual"}) {
            say(path, () -> connection.fetch(get(path), Object.class));
        }
        say(
                "listing",
                () -> connection.list(get("listing"), Map.class, 25, null).stream()
                        .count());
        CountDownLatch ended = new CountDownLatch(1);
        Thread last = new Thread(() -> {
            say("stalled", () -> connection.fetch(get("stalled"), Object.class));
            ended.countDown();
        });
        last.setDaemon(true);
        last.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            runtime.close();
            awaitQuietly(ended);
        }));
        say("stalling", () -> connection.fetch(get("stalling"), Object.class));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ApiRequest get(String path) {
        return path.equals("listing")
                ? ApiRequest.get("getPages", "/wiki/api/v2/pages").build()
                : ApiRequest.get("getPageById", "/wiki/api/v2/pages/" + PAGES.indexOf(path))
                        .build();
    }

    /** A call of any result. */
    private interface Call {
        Object make();
    }

    private static void say(String name, Call call) {
        String outcome;
        try {
            outcome = call.make().toString();
        } catch (ConfluenceException e) {
            outcome = e.getClass().getSimpleName();
        }
        System.out.println(name + ": " + outcome);
    }
}
