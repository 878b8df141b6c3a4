package dev.confluencekit.markup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.error.MalformedStorageException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities and document types fetch nothing, whoever reads them, and blow nothing up. */
@SuppressWarnings("NullAway.Init") // set before each test
class EntitiesTest {
    private static final String CANARY = "canary-7f3a";
    private static final long NANOS = 100_000_000;

    private final AtomicInteger requests = new AtomicInteger();

    @TempDir
    Path directory;

    private HttpServer server;
    private Path file;

    @BeforeEach
    void serve() throws IOException {
        file = Files.writeString(directory.resolve("canary.txt"), CANARY);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private List<String> bodies() {
        String http = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE p [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        List<String> bodies = new ArrayList<>();
        for (String address : List.of(file.toUri().toString(), http)) {
            bodies.add("<!DOCTYPE p SYSTEM \"" + address + "\"><p>end</p>");
            bodies.add("<!DOCTYPE p PUBLIC \"-//x//y\" \"" + address + "\"><p>end</p>");
            bodies.add("<!DOCTYPE p [<!ENTITY e SYSTEM \"" + address + "\">]><p>&e;end</p>");
            bodies.add("<!DOCTYPE p [<!ENTITY % e SYSTEM \"" + address + "\"> %e;]><p>end</p>");
            bodies.add("<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY % a \"<!ENTITY b SYSTEM '" + address
                    + "'>\"> %a;]><p a=\"&b;\">&b;end</p>");
            bodies.add("<p xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + address
                    + "\" parse=\"text\" />end</p>");
        }
        bodies.add(laughs + "]><p>&a19;end</p>");
        bodies.add("<!DOCTYPE p [<!ENTITY q \"" + "q".repeat(20_000) + "\">]><p>" + "&q;".repeat(5_000) + "end</p>");
        return bodies;
    }

    /** All that reads storage or what may hold it. Answers all that comes out. */
    private static Stream<String> outputs(String body) {
        String nested = body.replace("\\", "\\\\").replace("\"", "\\\"");
        Markup read = Markup.storage(body);
        Markup markdown = Markup.markdown(body);
        Markup adf = Markup.adf(
                "{\"type\":\"doc\",\"content\":[{\"type\":\"confluenceUnsupportedBlock\",\"attrs\":{\"cxhtml\":\""
                        + nested + "\"}}]}");
        return Stream.of(
                read.toMarkdown().output(),
                read.toText().output(),
                read.toStorage().output(),
                StorageForm.normal(body),
                markdown.toText().output(),
                markdown.toStorage().output(),
                adf.toMarkdown().output());
    }

    @Test
    void nothing_is_fetched_and_nothing_is_blown_up() {
        for (String body : bodies()) {
            assertThat(outputs(body)).allSatisfy(output -> {
                assertThat(output).contains("end").doesNotContain(CANARY);
                assertThat(output.length()).isLessThan(8 * body.length());
            });
        }

        assertThat(requests).hasValue(0);
    }

    @Test
    void a_document_type_is_refused_and_nothing_of_it_fetched() {
        for (String body : bodies()) {
            if (body.contains("<!DOCTYPE")) {
                assertThatThrownBy(() -> StorageChecker.check(body))
                        .isInstanceOf(MalformedStorageException.class)
                        .hasMessageNotContaining(CANARY);
            } else {
                StorageChecker.check(body);
            }
        }

        assertThat(requests).hasValue(0);
    }

    @Test
    void each_takes_less_than_a_tenth_of_a_second_of_the_processor() {
        List<String> bodies = bodies();
        for (String body : bodies) {
            takes(() -> assertThat(outputs(body)).isNotEmpty());
        }

        assertThat(bodies).allSatisfy(body -> {
            assertThat(takes(() -> StorageReader.create().read(body))).isLessThan(NANOS);
            assertThat(takes(() -> StorageForm.normal(body))).isLessThan(NANOS);
            assertThat(takes(() -> Markup.markdown(body))).isLessThan(NANOS);
            assertThat(takes(() -> {
                        try {
                            StorageChecker.check(body);
                        } catch (MalformedStorageException e) {
                            assertThat(e).hasMessageContaining("line");
                        }
                    }))
                    .isLessThan(NANOS);
        });
    }

    private static long takes(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
