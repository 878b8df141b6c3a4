package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceClosedException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.LocalContentException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.UntrustedRedirectException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Background;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.FixedRandom;
import dev.confluencekit.core.testing.ManualTime;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.ScriptedTransport;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Downloaded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files come by the route that API keys can go: a redirect of the site to a signed address on the media host, followed by
 * hand.
 */
@Timeout(20)
class DownloadTest {
    private static final ApiRequest REQUEST = ApiRequest.get(
                    "downloadAttatchment", "/wiki/rest/api/content/{id}/child/attachment/{attachmentId}/download")
            .path("id", "98304")
            .path("attachmentId", "att98310")
            .build();

    private static final String SIGNED = "/file/7c1f/binary?token=SIGNATURE.of-the%2Baddress&client=1";
    private static final String TEXT = "the whole of the file, byte by byte";
    private static final int HALF = TEXT.length() / 2;
    private static final String TAG = "\"strong-1\"";

    @TempDir
    private Path directory;

    private final ManualTime time = new ManualTime();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ConfluenceRuntime runtime = closing(
            ConfluenceRuntime.builder().time(time).random(new FixedRandom(0)).build());

    /** Gives up soon what stands still. */
    private ConfluenceRuntime hasty() {
        return closing(ConfluenceRuntime.builder()
                .time(time)
                .random(new FixedRandom(0))
                .attemptTimeout(Duration.ofMillis(400))
                .build());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private <T extends AutoCloseable> T closing(T one) {
        open.add(0, one);
        return one;
    }

    /** A media host that takes nothing but a signed address. */
    private RawServer media(Function<Received, Reply> answers) {
        return closing(RawServer.answeringElsewhere(request -> {
            boolean clean = request.header("authorization").isEmpty()
                    && request.header("cookie").isEmpty()
                    && request.target().equals(SIGNED);
            return clean ? answers.apply(request) : Reply.status(400);
        }));
    }

    private RawServer media(Reply... replies) {
        AtomicInteger next = new AtomicInteger();
        return media(request -> replies[Math.min(next.getAndIncrement(), replies.length - 1)]);
    }

    private ConfluenceConnection siteBefore(RawServer media) {
        return redirectingTo(media.address() + SIGNED);
    }

    private ConfluenceConnection redirectingTo(String location) {
        return site(Reply.status(302).header("Location", location).header("Set-Cookie", "cloud.session=1"));
    }

    private ConfluenceConnection site(Reply... replies) {
        return Calls.connect(runtime, closing(RawServer.answering(replies)));
    }

    private static Reply file(String text) {
        return Reply.status(200).body("text/plain", text);
    }

    /** As many bytes as the text has are promised, and fewer sent. */
    private static Reply cut(String etag) {
        return Reply.raw(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + (etag.isEmpty() ? "" : "ETag: " + etag + "\r\n")
                        + "Content-Length: " + TEXT.length() + "\r\n\r\n" + TEXT.substring(0, HALF));
    }

    private static Reply rest(String range, String etag) {
        Reply reply = Reply.status(206).header("Content-Range", range).body("text/plain", TEXT.substring(HALF));
        return etag.isEmpty() ? reply : reply.header("ETag", etag);
    }

    private static String restOfAll() {
        return "bytes " + HALF + "-" + (TEXT.length() - 1) + "/" + TEXT.length();
    }

    private Path target() {
        return directory.resolve("manual.txt");
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void a_file_comes_from_the_signed_address_under_its_final_name() throws IOException {
        RawServer media = media(file(TEXT));

        Downloaded downloaded =
                siteBefore(media).download(REQUEST, Download.to(target()).expectedSize(TEXT.length()));

        assertThat(downloaded).isEqualTo(new Downloaded(TEXT.length(), "text/plain"));
        assertThat(target()).hasContent(TEXT);
        assertThat(left()).containsExactly(target());
    }

    @Test
    void the_media_host_sees_the_address_the_name_of_the_library_and_nothing_else_of_ours() {
        RawServer media = media(file(TEXT));

        siteBefore(media).download(REQUEST, Download.to(target()));

        Received seen = media.requests().get(0);
        assertThat(seen.target()).isEqualTo(SIGNED);
        assertThat(seen.headers().keySet())
                .isSubsetOf("accept", "user-agent", "host", "content-length", "connection")
                .contains("user-agent");
        assertThat(seen.header("accept")).isEqualTo("*/*");
    }

    @Test
    void the_file_has_the_permissions_of_any_new_file() throws IOException {
        siteBefore(media(file(TEXT))).download(REQUEST, Download.to(target()));

        Path other = Files.createFile(directory.resolve("other"));
        assertThat(Files.getPosixFilePermissions(target()))
                .isEqualTo(Files.getPosixFilePermissions(other))
                .contains(PosixFilePermission.OWNER_READ);
    }

    @Test
    void a_file_of_that_name_stays_until_the_new_one_is_whole() throws IOException {
        Files.writeString(target(), "old");
        RawServer media = media(Reply.status(404), file(TEXT));
        ConfluenceConnection site = siteBefore(media);

        assertThatThrownBy(() -> site.download(REQUEST, Download.to(target()))).isInstanceOf(ConfluenceException.class);
        assertThat(target()).hasContent("old");
        site.download(REQUEST, Download.to(target()));
        assertThat(target()).hasContent(TEXT);
    }

    @Test
    void a_stream_gets_the_bytes_and_stays_open() {
        StringBuilder log = new StringBuilder();
        OutputStream stream = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                log.append("flushed ").append(count);
            }

            @Override
            public void close() {
                log.append("closed");
            }
        };

        siteBefore(media(file(TEXT))).download(REQUEST, Download.to(stream));

        assertThat(stream).hasToString(TEXT);
        assertThat(log).hasToString("flushed " + TEXT.length());
    }

    @Test
    void an_empty_file_is_a_file() {
        siteBefore(media(file(""))).download(REQUEST, Download.to(target()).expectedSize(0));

        assertThat(target()).hasContent("");
    }

    @Test
    void progress_tells_bytes_and_total() {
        List<String> told = new ArrayList<>();

        siteBefore(media(file(TEXT)))
                .download(REQUEST, Download.to(target()).progress((bytes, total) -> told.add(bytes + "/" + total)));

        assertThat(told).isNotEmpty().last().isEqualTo(TEXT.length() + "/" + OptionalLong.of(TEXT.length()));
    }

    @Test
    void a_progress_listener_that_throws_breaks_nothing_and_is_not_asked_again() {
        AtomicInteger asked = new AtomicInteger();
        RawServer media = media(cut(TAG), rest(restOfAll(), TAG));

        siteBefore(media).download(REQUEST, Download.to(target()).progress((bytes, total) -> {
            asked.incrementAndGet();
            throw new IllegalStateException("no");
        }));

        assertThat(target()).hasContent(TEXT);
        assertThat(asked).hasValue(1);
    }

    static Stream<Arguments> untrusted() {
        return Stream.of(
                argumentSet("another host", "https://evil.example/file?token=1", "evil.example"),
                argumentSet(
                        "the host's name in front",
                        "https://api.media.atlassian.com.evil.example/f",
                        "api.media.atlassian.com.evil.example"),
                argumentSet(
                        "the host's name behind",
                        "https://evilapi.media.atlassian.com/f",
                        "evilapi.media.atlassian.com"),
                argumentSet("plain http", "http://api.media.atlassian.com/file", "api.media.atlassian.com"),
                argumentSet("another port", "https://api.media.atlassian.com:8443/file", "api.media.atlassian.com"),
                argumentSet("user information", "https://a:b@api.media.atlassian.com/file", "api.media.atlassian.com"),
                argumentSet("a file", "file:///etc/passwd", "without a host"),
                argumentSet("a path", "/wiki/download/attachments/1/x", "another path"),
                argumentSet("without a scheme", "//evil.example/x", "evil.example"),
                argumentSet("login", "https://id.atlassian.com/login", "id.atlassian.com"),
                argumentSet("unreadable", "https://[evil/x", "cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("untrusted")
    void a_redirect_to_anywhere_else_is_refused_by_the_name_of_the_host(String location, String host)
            throws IOException {
        UntrustedRedirectException refused = Failures.of(
                UntrustedRedirectException.class,
                () -> redirectingTo(location).download(REQUEST, Download.to(target())));

        assertThat(refused.host()).contains(host);
        assertThat(refused).hasMessageContaining(host).hasMessageContaining("not followed");
        assertThat(refused.getMessage()).doesNotContain("token=1");
        assertThat(left()).isEmpty();
    }

    @Test
    void a_redirect_back_to_the_site_is_refused_and_nothing_is_sent_there() {
        RawServer site = closing(RawServer.answering(request -> Reply.status(302)
                .header("Location", "http://" + request.header("host") + "/wiki/download/attachments/1/x")));

        assertThatThrownBy(() -> Calls.connect(runtime, site).download(REQUEST, Download.to(target())))
                .isInstanceOf(UntrustedRedirectException.class)
                .hasMessageContaining("back to the site");
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void a_site_on_the_network_cannot_send_to_a_server_on_this_machine() {
        ScriptedTransport transport =
                ScriptedTransport.answering(Reply.status(302).header("Location", "http://127.0.0.1:8080/x"));
        ConfluenceRuntime scripted =
                closing(ConfluenceRuntime.builder().transport(transport).build());

        assertThatThrownBy(() -> scripted.connect(ConfluenceSite.parse("acme.atlassian.net"), () -> Calls.KEY, null)
                        .download(REQUEST, Download.to(target())))
                .isInstanceOf(UntrustedRedirectException.class);
        assertThat(transport.calls()).hasSize(1);
    }

    @Test
    void the_real_media_host_is_asked_without_the_key() {
        ScriptedTransport transport = ScriptedTransport.answering(
                Reply.status(302).header("Location", "https://api.media.atlassian.com" + SIGNED), file(TEXT));
        ConfluenceRuntime scripted =
                closing(ConfluenceRuntime.builder().transport(transport).build());

        scripted.connect(ConfluenceSite.parse("acme.atlassian.net"), () -> Calls.KEY, null)
                .download(REQUEST, Download.to(target()));

        assertThat(transport.requests().get(0).headers()).containsKey("Authorization");
        assertThat(transport.requests().get(1).uri()).hasToString("https://api.media.atlassian.com" + SIGNED);
        assertThat(transport.requests().get(1).headers()).containsOnlyKeys("Accept", "User-Agent");
        assertThat(target()).hasContent(TEXT);
    }

    @Test
    void a_second_redirect_of_the_media_host_is_followed() {
        RawServer last = media(file(TEXT));
        RawServer first = media(Reply.status(307).header("Location", last.address() + SIGNED));

        siteBefore(first).download(REQUEST, Download.to(target()));

        assertThat(target()).hasContent(TEXT);
    }

    @Test
    void the_fourth_redirect_is_one_too_many() {
        AtomicInteger asked = new AtomicInteger();
        RawServer media = closing(RawServer.answeringElsewhere(request -> {
            asked.incrementAndGet();
            return Reply.status(302).header("Location", "http://" + request.header("host") + SIGNED);
        }));

        assertThatThrownBy(() -> siteBefore(media).download(REQUEST, Download.to(target())))
                .isInstanceOf(UntrustedRedirectException.class)
                .hasMessageContaining("too many redirects");
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_redirect_of_the_media_host_to_another_host_is_refused() {
        assertThatThrownBy(() -> siteBefore(media(Reply.status(302).header("Location", "https://evil.example/x")))
                        .download(REQUEST, Download.to(target())))
                .isInstanceOf(UntrustedRedirectException.class)
                .hasMessageContaining("evil.example");
    }

    @Test
    void an_attachment_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> site(Reply.status(404)
                                .json("{\"statusCode\":404,\"message\":\"No attachment with id att98310\"}"))
                        .download(REQUEST, Download.to(target())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_cut_download_is_continued_where_the_file_is_provably_the_same() {
        RawServer media = media(cut(TAG), rest(restOfAll(), TAG));

        siteBefore(media).download(REQUEST, Download.to(target()));

        assertThat(target()).hasContent(TEXT);
        Received second = media.requests().get(1);
        assertThat(second.header("range")).isEqualTo("bytes=" + HALF + "-");
        assertThat(second.header("if-range")).isEqualTo(TAG);
    }

    @Test
    void every_try_asks_the_site_for_an_address_that_is_valid_now() {
        RawServer media = media(cut(TAG), rest(restOfAll(), TAG));
        RawServer site = closing(RawServer.answering(Reply.status(302).header("Location", media.address() + SIGNED)));

        Calls.connect(runtime, site).download(REQUEST, Download.to(target()));

        assertThat(site.requests()).hasSize(2);
    }

    static Stream<Arguments> unprovable() {
        return Stream.of(
                argumentSet("weak validator", "W/\"weak\"", file(TEXT).header("ETag", "W/\"weak\"")),
                argumentSet("no validator", "", file(TEXT)),
                argumentSet("changed, and therefore sent whole", TAG, file(TEXT).header("ETag", "\"strong-2\"")));
    }

    @ParameterizedTest
    @MethodSource("unprovable")
    void a_cut_download_begins_anew_where_that_is_not_provable(String etag, Reply second) {
        RawServer media = media(cut(etag), second);

        siteBefore(media).download(REQUEST, Download.to(target()));

        assertThat(target()).hasContent(TEXT);
        assertThat(media.requests().get(1).header("range")).isEqualTo(TAG.equals(etag) ? "bytes=" + HALF + "-" : "");
    }

    static Stream<Arguments> wrongRests() {
        return Stream.of(
                argumentSet("from another place", rest("bytes 3-" + (TEXT.length() - 1) + "/" + TEXT.length(), TAG)),
                argumentSet(
                        "not to the end", rest("bytes " + HALF + "-" + (TEXT.length() - 2) + "/" + TEXT.length(), TAG)),
                argumentSet(
                        "of another size",
                        rest("bytes " + HALF + "-" + TEXT.length() + "/" + (TEXT.length() + 1), TAG)),
                argumentSet("of another file", rest(restOfAll(), "\"strong-2\"")),
                argumentSet("of no range", rest("bytes */35", TAG)),
                argumentSet("not satisfiable", Reply.status(416)));
    }

    @ParameterizedTest
    @MethodSource("wrongRests")
    void a_wrong_rest_is_not_used_and_all_of_it_is_fetched(Reply wrong) {
        RawServer media = media(cut(TAG), wrong, file(TEXT));

        siteBefore(media).download(REQUEST, Download.to(target()));

        assertThat(target()).hasContent(TEXT);
        assertThat(media.requests().get(2).header("range")).isEmpty();
    }

    @Test
    void a_stream_is_continued_with_the_rest() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        siteBefore(media(cut(TAG), rest(restOfAll(), TAG))).download(REQUEST, Download.to(stream));

        assertThat(stream).hasToString(TEXT);
    }

    @Test
    void a_stream_skips_what_it_has_of_the_same_file_sent_whole() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        siteBefore(media(cut(TAG), file(TEXT).header("ETag", TAG))).download(REQUEST, Download.to(stream));

        assertThat(stream).hasToString(TEXT);
    }

    @Test
    void a_stream_that_was_given_a_part_never_gets_another_files_bytes() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        assertThatThrownBy(() -> siteBefore(media(cut(TAG), file(TEXT).header("ETag", "\"strong-2\"")))
                        .download(REQUEST, Download.to(stream)))
                .isInstanceOf(ConfluenceProtocolException.class);
        assertThat(stream).hasToString(TEXT.substring(0, HALF));
    }

    @Test
    void a_download_that_is_cut_again_and_again_leaves_no_file() throws IOException {
        RawServer media = media(cut(""));

        ConfluenceTransportException failure = Failures.of(
                ConfluenceTransportException.class, () -> siteBefore(media).download(REQUEST, Download.to(target())));

        assertThat(failure.kind()).isEqualTo(FaultKind.INCOMPLETE_BODY);
        assertThat(media.requests()).hasSize(4);
        assertThat(failure.getSuppressed()).hasSize(3);
        assertThat(left()).isEmpty();
    }

    @Test
    void a_close_delimited_body_is_held_against_the_expected_size() throws IOException {
        RawServer media = media(Reply.raw("HTTP/1.1 200 OK\r\n\r\n" + TEXT.substring(0, HALF)));

        assertThatThrownBy(() -> siteBefore(media)
                        .download(REQUEST, Download.to(target()).expectedSize(TEXT.length())))
                .isInstanceOf(ConfluenceTransportException.class)
                .hasMessageContaining("only " + HALF + " of " + TEXT.length() + " bytes");
        assertThat(left()).isEmpty();
    }

    static Stream<Arguments> wrongSizes() {
        return Stream.of(
                argumentSet("announced", file(TEXT + "!")),
                argumentSet("longer than expected", Reply.raw("HTTP/1.1 200 OK\r\n\r\n" + TEXT + "!")),
                argumentSet("compressed", file(TEXT).header("Content-Encoding", "gzip")));
    }

    @ParameterizedTest
    @MethodSource("wrongSizes")
    void another_file_than_the_expected_one_is_refused_at_once(Reply reply) throws IOException {
        RawServer media = media(reply);

        assertThatThrownBy(() -> siteBefore(media)
                        .download(REQUEST, Download.to(target()).expectedSize(TEXT.length())))
                .isInstanceOf(ConfluenceProtocolException.class);
        assertThat(media.requests()).hasSize(1);
        assertThat(left()).isEmpty();
    }

    @Test
    void a_refusal_of_the_media_host_is_told_without_the_signature() {
        ConfluenceApiException refused = Failures.of(
                ConfluenceApiException.class,
                () -> siteBefore(media(Reply.status(403).body("text/plain", "bad token SIGNATURE.of-the")))
                        .download(REQUEST, Download.to(target())));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.isPassing()).isFalse();
        assertThat(refused).hasMessageContaining("media host");
        assertThat(refused.getMessage()).doesNotContain("SIGNATURE");
    }

    @Test
    void a_passing_fault_of_the_media_host_is_waited_for_as_it_asks() {
        RawServer media = media(Reply.status(503).header("Retry-After", "7"), file(TEXT));

        siteBefore(media).download(REQUEST, Download.to(target()));

        assertThat(target()).hasContent(TEXT);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void a_wait_beyond_the_calls_time_is_told_and_not_waited() {
        ConfluenceApiException refused = Failures.of(
                ConfluenceApiException.class,
                () -> siteBefore(media(Reply.status(429).header("Retry-After", "3600")))
                        .download(REQUEST, Download.to(target())));

        assertThat(refused.retryAt()).hasValue(ManualTime.START.plusSeconds(3600));
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void a_media_host_that_stands_still_is_given_up_and_hung_up_on() throws Exception {
        RawServer media = closing(RawServer.elsewhere(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun");
            peer.awaitEnd();
        }));

        ConfluenceTransportException failure = Failures.of(
                ConfluenceTransportException.class,
                () -> Calls.connect(
                                hasty(),
                                closing(RawServer.answering(
                                        Reply.status(302).header("Location", media.address() + SIGNED))))
                        .with(CallOptions.defaults().withoutRetry())
                        .download(REQUEST, Download.to(target())));

        assertThat(failure.kind()).isEqualTo(FaultKind.TIMEOUT);
        assertThat(media.awaitHangUp()).isTrue();
        assertThat(left()).isEmpty();
    }

    @Test
    void an_interrupt_ends_it_and_leaves_no_file() throws Exception {
        RawServer media = closing(RawServer.elsewhere(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n");
            peer.sendForEver("x".repeat(1000), Duration.ofMillis(1));
        }));
        ConfluenceConnection site = siteBefore(media);
        Background download = Background.start(() -> site.download(REQUEST, Download.to(target())));

        assertThat(media.awaitRequest()).isTrue();
        while (left().isEmpty()) {
            Thread.onSpinWait();
        }
        download.interrupt();

        assertThat(download.failure()).isInstanceOf(ConfluenceInterruptedException.class);
        assertThat(download.endedInterrupted()).isTrue();
        assertThat(media.awaitHangUp()).isTrue();
        assertThat(left()).isEmpty();
    }

    @Test
    void closing_the_connection_ends_it() throws Exception {
        RawServer media = closing(RawServer.elsewhere(peer -> {
            peer.readRequest();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n");
            peer.sendForEver("x".repeat(1000), Duration.ofMillis(1));
        }));
        ConfluenceConnection site = siteBefore(media);
        Background download = Background.start(() -> site.download(REQUEST, Download.to(target())));
        assertThat(media.awaitRequest()).isTrue();

        site.close();

        assertThat(download.failure()).isInstanceOf(ConfluenceClosedException.class);
        assertThat(media.awaitHangUp()).isTrue();
        assertThat(left()).isEmpty();
    }

    @Test
    void a_stream_that_fails_is_told_as_such_and_the_media_host_is_hung_up_on() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        RawServer media = media(file(TEXT));

        assertThatThrownBy(() -> siteBefore(media).download(REQUEST, Download.to(full)))
                .isInstanceOf(LocalContentException.class)
                .hasMessageContaining("No space left on device")
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(media.requests()).hasSize(1);
    }

    @Test
    void a_directory_that_is_not_there_is_refused_before_any_request() {
        assertThatThrownBy(() -> Download.to(directory.resolve("missing/file")))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("file"));
        assertThatThrownBy(() -> Download.to(directory)).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> Download.to(target()).expectedSize(-1)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void a_transport_that_knows_no_streams_serves_too() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        ScriptedTransport transport = ScriptedTransport.answering(
                Reply.status(302).header("Location", "https://api.media.atlassian.com" + SIGNED),
                Reply.status(200).bytes(bytes));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ConfluenceRuntime scripted =
                closing(ConfluenceRuntime.builder().transport(transport).build());

        scripted.connect(ConfluenceSite.parse("acme.atlassian.net"), () -> Calls.KEY, null)
                .download(REQUEST, Download.to(stream));

        assertThat(stream.toByteArray()).isEqualTo(bytes);
    }
}
