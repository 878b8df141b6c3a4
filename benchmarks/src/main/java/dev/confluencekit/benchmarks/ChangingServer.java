package dev.confluencekit.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Serves what a mirror asks for over a {@link ChangingSite}: listings by id and by time of change, pages in bulk by id, spaces,
 * and who asks. A request takes a time, and each body that is returned takes more, since the service renders bodies. Counts.
 */
final class ChangingServer implements AutoCloseable {
    private static final String SPACES = "/wiki/api/v2/spaces";
    private static final String PAGES = "/wiki/api/v2/pages";
    private static final int MOST = 250;

    private final ChangingSite site;
    private final int requestMillis;
    private final int bodyMillis;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    ChangingServer(ChangingSite site, int requestMillis, int bodyMillis) throws IOException {
        // Else each answer waits for an acknowledgement that the caller delays by 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.site = site;
        this.requestMillis = requestMillis;
        this.bodyMillis = bodyMillis;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/_counters", this::counters);
        server.createContext("/_change", this::change);
        server.createContext("/", this::counted);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Requests since the last time this was asked, and the most that there were at once. */
    private void counters(HttpExchange exchange) throws IOException {
        send(exchange, 200, requests.getAndSet(0) + " " + mostInFlight.getAndSet(0));
    }

    private void change(HttpExchange exchange) throws IOException {
        site.change(Integer.parseInt(requested(exchange).query().getOrDefault("pages", "1")));
        send(exchange, 200, "");
    }

    private void counted(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        int now = inFlight.incrementAndGet();
        mostInFlight.accumulateAndGet(now, Math::max);
        try {
            answer(exchange, requested(exchange));
        } catch (IllegalArgumentException e) {
            inFlight.decrementAndGet();
            send(exchange, 400, "{\"errors\":[{\"status\":400,\"code\":\"INVALID\",\"title\":\"bad parameter\"}]}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Requested requested(HttpExchange exchange) {
        return Requested.of(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " HTTP/1.1");
    }

    private void answer(HttpExchange exchange, Requested request) throws IOException, InterruptedException {
        String path = request.path();
        if (path.equals("/wiki/rest/api/user/current")) {
            reply(exchange, 0, "{\"type\":\"known\",\"accountId\":\"712020:5c1f6a00\",\"accountType\":\"atlassian\"}");
        } else if (path.equals(SPACES)) {
            List<Integer> all = new ArrayList<>();
            for (int i = request.offset(); i < site.spaces() && all.size() <= request.limit(); i++) {
                all.add(i);
            }
            list(exchange, request, all, site::space, 0);
        } else if (path.equals(PAGES) && request.query().containsKey("id")) {
            byIds(exchange, request);
        } else if (path.equals(PAGES)
                && request.query().getOrDefault("sort", "").endsWith("-modified-date")) {
            Set<Integer> wanted = new HashSet<>(numbers(values(exchange, "space-id"), true));
            pages(
                    exchange,
                    request,
                    site.newest(page -> wanted.contains(site.spaceOf(page)), request.offset(), request.limit() + 1));
        } else if (path.equals(PAGES)) {
            inSpace(
                    exchange,
                    request,
                    numbers(values(exchange, "space-id"), true).get(0));
        } else if (path.startsWith(SPACES + "/") && path.endsWith("/pages")) {
            String id = path.substring(SPACES.length() + 1, path.length() - "/pages".length());
            inSpace(exchange, request, numbers(List.of(id), true).get(0));
        } else {
            reply(exchange, 0, 404, "{\"errors\":[{\"status\":404,\"code\":\"NOT_FOUND\",\"title\":\"not found\"}]}");
        }
    }

    /** The values of a parameter, which may come in one with commas, or each for itself. */
    private static List<String> values(HttpExchange exchange, String name) {
        List<String> values = new ArrayList<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                values.addAll(List.of(pair.substring(name.length() + 1).split("%2C|,", -1)));
            }
        }
        return values;
    }

    private List<Integer> numbers(List<String> ids, boolean ofSpaces) {
        List<Integer> numbers = new ArrayList<>();
        for (String id : ids) {
            int number = ofSpaces ? site.space(id) : site.page(id);
            if (number >= 0) {
                numbers.add(number);
            }
        }
        if (numbers.isEmpty() && ofSpaces) {
            throw new IllegalArgumentException("no such space");
        }
        return numbers;
    }

    private void byIds(HttpExchange exchange, Requested request) throws IOException, InterruptedException {
        List<Integer> asked = numbers(values(exchange, "id"), false);
        if (asked.size() > MOST) {
            throw new IllegalArgumentException("too many ids");
        }
        List<Integer> rest = asked.subList(Math.min(request.offset(), asked.size()), asked.size());
        pages(exchange, request, rest.subList(0, Math.min(rest.size(), request.limit() + 1)));
    }

    private void inSpace(HttpExchange exchange, Requested request, int space) throws IOException, InterruptedException {
        List<Integer> rows = new ArrayList<>();
        for (int i = request.offset(); i < site.count(space) && rows.size() <= request.limit(); i++) {
            rows.add(site.page(space, i));
        }
        pages(exchange, request, rows);
    }

    private void pages(HttpExchange exchange, Requested request, List<Integer> rows)
            throws IOException, InterruptedException {
        boolean bodies = request.query().containsKey("body-format");
        list(
                exchange,
                request,
                rows,
                page -> site.page(page, bodies),
                bodies ? Math.min(rows.size(), request.limit()) : 0);
    }

    /** Answers with the first of some rows, and with a link if there is one more than the limit. */
    private void list(HttpExchange exchange, Requested request, List<Integer> rows, IntFunction<String> row, int bodies)
            throws IOException, InterruptedException {
        int shown = Math.min(rows.size(), request.limit());
        List<String> results = new ArrayList<>();
        for (int number : rows.subList(0, shown)) {
            results.add(row.apply(number));
        }
        String links = "{}";
        if (rows.size() > shown) {
            String asked = exchange.getRequestURI().toString().replaceAll("[?&]cursor=[^&]*", "");
            String next = asked + (asked.contains("?") ? "&" : "?") + "cursor=p" + (request.offset() + shown);
            exchange.getResponseHeaders().add("Link", "<" + next + ">; rel=\"next\"");
            links = "{\"next\":\"" + next + "\"}";
        }
        reply(exchange, bodies, "{\"results\":[" + String.join(",", results) + "],\"_links\":" + links + "}");
    }

    private void reply(HttpExchange exchange, int bodies, String text) throws IOException, InterruptedException {
        reply(exchange, bodies, 200, text);
    }

    private void reply(HttpExchange exchange, int bodies, int status, String text)
            throws IOException, InterruptedException {
        long millis = requestMillis + (long) bodyMillis * bodies;
        if (millis > 0) {
            Thread.sleep(millis);
        }
        // Before the answer goes: once the caller has it, the caller may send the next one.
        inFlight.decrementAndGet();
        send(exchange, status, text);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = ChangingSite.utf8(text);
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
