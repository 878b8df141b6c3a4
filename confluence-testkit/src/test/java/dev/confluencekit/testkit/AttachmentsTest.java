package dev.confluencekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments by the rules that the service has, and the media host that gives their files out. */
class AttachmentsTest {

    private static final String ALL = "/wiki/rest/api/content/201/child/attachment";
    private static final String TEXT = "the whole of the file";

    private final SimulatedClock clock = SimulatedClock.standingAt(Instant.parse("2026-11-24T12:00:00Z"));
    private final Site site = site();

    private Site site() {
        Site made = Site.of(ConfluenceSimulator.builder().clock(clock));
        made.simulator()
                .addSpace(SpaceSeed.builder("DOCS", "Documentation").id("100").build());
        made.simulator().addPage(PageSeed.builder("DOCS", "Page").id("201").build());
        return made;
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpRequest.Builder form(String target, String method, String fileName, String content) {
        String body = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content
                + "\r\n--frontier\r\nContent-Disposition: form-data; name=\"minorEdit\"\r\n\r\ntrue"
                + "\r\n--frontier\r\nContent-Disposition: form-data; name=\"comment\"\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nfür Ann\r\n--frontier--\r\n";
        return site.request(target)
                .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> upload(String target, String method, String fileName, String content) {
        return site.send(form(target, method, fileName, content).header("X-Atlassian-Token", "no-check"));
    }

    private String uploaded() {
        return Site.tree(upload(ALL, "POST", "a.txt", TEXT)).at("/results/0/id").asText();
    }

    private HttpResponse<String> delete(String target) {
        return site.send(site.request(target)
                .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                .DELETE());
    }

    private String signed(String id) {
        HttpResponse<String> answer = site.get(ALL + "/" + id + "/download");
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> media(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        return site.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void upload_isAnsweredByAListOfOne_andListedByVersion2() {
        JsonNode stored = Site.tree(upload(ALL, "POST", "手册.txt", TEXT)).at("/results/0");

        assertThat(stored.path("id").asText()).matches("att[0-9]+");
        assertThat(stored.at("/version/number").asInt()).isEqualTo(1);
        assertThat(stored.at("/extensions/comment").asText()).isEqualTo("für Ann");
        JsonNode row = site.json("/wiki/api/v2/pages/201/attachments").at("/results/0");
        assertThat(row.path("id")).isEqualTo(stored.path("id"));
        assertThat(row.path("title").asText()).isEqualTo("手册.txt");
        assertThat(row.path("pageId").asText()).isEqualTo("201");
        assertThat(row.path("fileSize").asInt()).isEqualTo(TEXT.length());
        assertThat(row.at("/version/minorEdit").asBoolean()).isTrue();
        assertThat(row.path("fileId").asText()).isNotEqualTo(row.path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void upload_withoutTheToken_isTakenForForged(String method) {
        HttpResponse<String> answer = site.send(form(ALL, method, "a.txt", TEXT));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("XSRF check failed");
    }

    @Test
    void upload_ofATakenName_isRefusedByPost_andAVersionByPut() {
        String id = uploaded();

        HttpResponse<String> refused = upload(ALL, "POST", "a.txt", "x");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("same file name as an existing attachment: a.txt");
        JsonNode put = Site.tree(upload(ALL, "PUT", "a.txt", "x")).at("/results/0");
        assertThat(put.path("id").asText()).isEqualTo(id);
        assertThat(put.at("/version/number").asInt()).isEqualTo(2);
    }

    @Test
    void newVersion_isAnsweredByTheAttachmentItself_andEarlierOnesCanBeRead() {
        String id = uploaded();

        JsonNode version = Site.tree(upload(ALL + "/" + id + "/data", "POST", "b.txt", "x"));

        assertThat(version.path("id").asText()).isEqualTo(id);
        assertThat(version.path("title").asText()).isEqualTo("a.txt");
        assertThat(site.json("/wiki/api/v2/attachments/" + id).path("fileSize").asInt())
                .isEqualTo(1);
        assertThat(site.json("/wiki/api/v2/attachments/" + id + "?version=1")
                        .path("fileSize")
                        .asInt())
                .isEqualTo(TEXT.length());
        assertThat(site.json("/wiki/api/v2/attachments/" + id + "/versions").path("results"))
                .hasSize(2);
    }

    @Test
    void upload_ofTooMuch_isNotFound() {
        site.simulator().attachmentLimit(3);

        assertThat(upload(ALL, "POST", "a.txt", TEXT).statusCode()).isEqualTo(404);
        assertThat(upload(ALL, "POST", "a.txt", "abc").statusCode()).isEqualTo(200);
    }

    @Test
    void upload_underANameWithAPath_isCutToTheName() {
        upload(ALL, "POST", "a/b\\c.txt", TEXT);

        assertThat(site.values("/wiki/api/v2/pages/201/attachments", "title")).containsExactly("c.txt");
    }

    @Test
    void upload_thatIsNoFormOrHasNoFile_isRefused() {
        HttpRequest.Builder noForm = site.request(ALL)
                .header("Authorization", Site.basic(Site.EMAIL, Site.KEY))
                .header("X-Atlassian-Token", "no-check")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(site.send(noForm).statusCode()).isEqualTo(415);
        assertThat(upload(ALL, "POST", "", TEXT).statusCode()).isEqualTo(400);
    }

    @Test
    void trash_keepsTheAttachment_andGivesItsNameFree_purgeDeletesIt() {
        String id = uploaded();
        String address = "/wiki/api/v2/attachments/" + id;

        assertThat(delete(address + "?purge=true").statusCode()).isEqualTo(400);
        assertThat(delete(address).statusCode()).isEqualTo(204);
        assertThat(site.json(address).path("status").asText()).isEqualTo("trashed");
        assertThat(site.ids("/wiki/api/v2/pages/201/attachments")).isEmpty();
        assertThat(site.ids("/wiki/api/v2/attachments?status=trashed")).containsExactly(id);
        assertThat(upload(ALL, "POST", "a.txt", "new").statusCode()).isEqualTo(200);
        assertThat(delete(address + "?purge=true").statusCode()).isEqualTo(204);
        assertThat(site.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void download_isARedirectToAnotherPort_whereTheAddressIsEnough() {
        String address = signed(uploaded());

        HttpResponse<String> file = media(address);

        assertThat(URI.create(address).getPort())
                .isNotEqualTo(site.simulator().baseUri().getPort());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(TEXT);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/plain");
    }

    @Test
    void download_ofAVersionThatIsNotThere_isRefused_andUnderAnotherPageNotFound() {
        String id = uploaded();
        site.simulator().addPage(PageSeed.builder("DOCS", "Other").id("202").build());

        assertThat(site.get(ALL + "/" + id + "/download?version=2").statusCode())
                .isEqualTo(400);
        assertThat(site.get(ALL.replace("201", "202") + "/" + id + "/download").statusCode())
                .isEqualTo(404);
    }

    @Test
    void servlet_refusesKeys() {
        uploaded();

        HttpResponse<String> answer = site.get("/wiki/download/attachments/201/a.txt?version=1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("OAuth");
    }

    @ParameterizedTest
    @CsvSource({"Authorization, Basic eDp5", "Cookie, session=1"})
    void mediaHost_refusesCredentials_andRemembersThem(String name, String value) {
        HttpResponse<String> answer = media(signed(uploaded()), name, value);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(TEXT);
        List<RecordedRequest> seen = site.simulator().media().requests();
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).status()).isEqualTo(403);
        assertThat(seen.get(0).headerNames()).contains(name.toLowerCase(Locale.ROOT));
    }

    @Test
    void address_endsAfterItsTime_andOpensNothingElse() {
        String address = signed(uploaded());

        assertThat(media(address.replace("/binary", "/image")).statusCode()).isEqualTo(403);
        assertThat(media(address.replaceFirst("token=..", "token=zz")).statusCode())
                .isEqualTo(403);
        clock.advance(Duration.ofMinutes(9));
        assertThat(media(address).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(media(address).statusCode()).isEqualTo(403);
    }

    @Test
    void mediaHost_givesTheRest_toWhoeverNamesTheSameFile() {
        String address = signed(uploaded());
        String tag = media(address).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> rest = media(address, "Range", "bytes=4-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(TEXT.substring(4));
        assertThat(rest.headers().firstValue("Content-Range")).contains("bytes 4-20/21");
        assertThat(media(address, "Range", "bytes=4-", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(media(address, "Range", "bytes=21-").statusCode()).isEqualTo(416);
    }

    @Test
    void thumbnail_ofAnImage_isAnImage() {
        String id = site.simulator().addAttachment("201", "a.jpg", "image/jpeg", new byte[] {1});

        HttpResponse<String> answer = site.get("/wiki/api/v2/attachments/" + id + "/thumbnail/download");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(media(answer.headers().firstValue("Location").orElseThrow())
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/png");
    }

    @Test
    void addAttachment_ofATakenName_isRefused() {
        site.simulator().addAttachment("201", "a.jpg", "image/jpeg", new byte[] {1});

        assertThatThrownBy(() -> site.simulator().addAttachment("201", "a.jpg", "image/jpeg", new byte[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutASocket_filesAreAtTheRealHostsAddress() throws Exception {
        try (ConfluenceSimulator alone =
                ConfluenceSimulator.builder().account(Site.EMAIL, Site.KEY).inProcess()) {
            alone.addSpace(SpaceSeed.builder("DOCS", "Documentation").id("100").build());
            alone.addPage(PageSeed.builder("DOCS", "Page").id("201").build());
            String id = alone.addAttachment("201", "a.txt", "text/plain", TEXT.getBytes(StandardCharsets.UTF_8));

            URI address = URI.create(alone.exchange(
                            SimulatedRequest.get(ALL + "/" + id + "/download").withBasicAuth(Site.EMAIL, Site.KEY))
                    .header("Location")
                    .orElseThrow());

            assertThat(address).hasScheme("https").hasHost("api.media.atlassian.com");
            String target = address.getRawPath() + "?" + address.getRawQuery();
            assertThat(alone.media().exchange(SimulatedRequest.get(target)).bodyText())
                    .isEqualTo(TEXT);
        }
    }
}
