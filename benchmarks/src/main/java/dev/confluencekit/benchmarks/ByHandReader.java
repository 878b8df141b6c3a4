package dev.confluencekit.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Reads as one would without a library: the JDK's HTTP client, Jackson, a few records, one request after the other; no
 * retrying, no limits, no checks but the status.
 */
final class ByHandReader implements PageReader {
    private static final String ALL = "status=current&body-format=storage&limit=250";

    private final String origin;
    private final String authorization;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ObjectReader pages;
    private final ObjectReader spaces;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    ByHandReader(SiteAddress address) {
        origin = address.origin();
        authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((address.username() + ":" + address.apiKey()).getBytes(StandardCharsets.UTF_8));
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
                .build();
        pages = mapper.readerFor(PageListing.class);
        spaces = mapper.readerFor(SpaceListing.class);
    }

    @Override
    public String label() {
        return "baseline";
    }

    @Override
    public Totals read(Mode mode) throws Exception {
        return mode == Mode.SEQUENTIAL ? follow("/wiki/api/v2/pages?" + ALL) : side();
    }

    private Totals side() throws Exception {
        List<Callable<Totals>> tasks = new ArrayList<>();
        String next = "/wiki/api/v2/spaces?limit=250";
        while (next != null) {
            SpaceListing listing = get(next, spaces, SpaceListing.class);
            for (SpaceRow space : listing.results()) {
                tasks.add(() -> follow("/wiki/api/v2/spaces/" + space.id() + "/pages?" + ALL));
            }
            next = next(listing.links());
        }
        return SideBySide.sum(threads, tasks);
    }

    private Totals follow(String first) throws IOException, InterruptedException {
        Totals all = Totals.NONE;
        String next = first;
        while (next != null) {
            PageListing listing = get(next, pages, PageListing.class);
            for (PageRow page : listing.results()) {
                all = all.plus(new Totals(1, characters(page.body())));
            }
            next = next(listing.links());
        }
        return all;
    }

    private static int characters(@Nullable PageBody body) {
        Storage storage = body == null ? null : body.storage();
        return storage == null ? 0 : storage.value().length();
    }

    private <T> T get(String path, ObjectReader reader, Class<T> type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("GET " + path + " gave " + answer.statusCode());
            }
            return type.cast(reader.<Object>readValue(body));
        }
    }

    private static @Nullable String next(@Nullable Links links) {
        return links == null ? null : links.next();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PageListing(
            List<PageRow> results,
            @JsonProperty("_links") @Nullable Links links) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SpaceListing(
            List<SpaceRow> results,
            @JsonProperty("_links") @Nullable Links links) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Links(@Nullable String next) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SpaceRow(
            String id, @Nullable String key, @Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PageRow(
            String id,
            @Nullable String status,
            @Nullable String title,
            @Nullable String spaceId,
            @Nullable String parentId,
            @Nullable String authorId,
            @Nullable Instant createdAt,
            @Nullable PageVersion version,
            @Nullable PageBody body) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PageVersion(
            int number,
            @Nullable String message,
            @Nullable String authorId,
            @Nullable Instant createdAt) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PageBody(@Nullable Storage storage) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Storage(String value, @Nullable String representation) {}

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.parse(parser.getText());
        }
    }
}
