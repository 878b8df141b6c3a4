package dev.confluencekit.examples.hostconsole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The HTTP side: files of the page, and the door to {@link ConsoleApi}. It listens on 127.0.0.1 only and answers
 * requests to that address only, so that a page of another site cannot reach it under a name of its own (DNS rebinding).
 * The API wants the token of this start in a header that no other site's page can send.
 */
final class ConsoleServer implements AutoCloseable {
    static final String TOKEN_HEADER = "X-Console-Token";
    static final int LARGEST_BODY = 16 * 1024;

    private static final System.Logger LOG = System.getLogger(ConsoleServer.class.getName());
    private static final int THREADS = 8;
    private static final Map<String, String> PAGE_FILES = Map.of(
            "/", "index.html",
            "/console.css", "console.css",
            "/console.js", "console.js",
            "/page.js", "page.js",
            "/form.js", "form.js",
            "/icons.svg", "icons.svg",
            "/favicon.svg", "favicon.svg");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final String token = newToken();
    private final ConsoleApi api;
    private final ExecutorService threads;
    private final HttpServer server;
    private final String authority;

    ConsoleServer(int port, ConsoleApi api) throws IOException {
        this.api = api;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        authority = "127.0.0.1:" + server.getAddress().getPort();
        threads = Executors.newFixedThreadPool(THREADS, ConsoleServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "host-console");
        thread.setDaemon(true);
        return thread;
    }

    private static String newToken() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    URI address() {
        return URI.create("http://" + authority + "/#token=" + token);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answerOrApology(exchange));
        }
    }

    /** A mistake of ours goes to the log; the page learns only that there was one. */
    private Answer answerOrApology(HttpExchange exchange) throws IOException {
        try {
            return answer(exchange);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed.", e);
            return Answer.refusal(500, "Something went wrong here; the console's log has more.");
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        if (!authority.equals(exchange.getRequestHeaders().getFirst("Host"))) {
            return Answer.refusal(403, "This console answers at http://" + authority + " only.");
        }
        String path = exchange.getRequestURI().getRawPath();
        return path.startsWith("/api/") ? answerOfApi(exchange, path) : file(exchange, path);
    }

    private Answer answerOfApi(HttpExchange exchange, String path) throws IOException {
        if (!hasToken(exchange)) {
            return Answer.refusal(403, "Open the address that the console printed when it started.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Answer.refusal(413, "That is too much text.");
        }
        if (body.length > 0
                && !"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return Answer.refusal(415, "Send application/json.");
        }
        return api.answer(exchange.getRequestMethod(), path, body);
    }

    private boolean hasToken(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer file(HttpExchange exchange, String path) throws IOException {
        String name = PAGE_FILES.get(path);
        if (name == null) {
            return Answer.refusal(404, "There is no such page.");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.wrongMethod("GET");
        }
        try (InputStream in = ConsoleServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The resource " + name + " is missing.");
            }
            return new Answer(
                    200, TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), ""), in.readAllBytes(), "");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Map<String, String> headers = Map.of(
                "Content-Type", answer.type(),
                "Cache-Control", "no-store",
                "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff");
        headers.forEach(exchange.getResponseHeaders()::set);
        if (!answer.allow().isEmpty()) {
            exchange.getResponseHeaders().set("Allow", answer.allow());
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.body().length);
        if (!head) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
