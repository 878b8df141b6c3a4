package dev.confluencekit.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.json.Note;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Mutations;
import dev.confluencekit.core.testing.Reply;
import dev.confluencekit.core.testing.ScriptedTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever an answer's body is made of, a call ends with a result or with a failure of the declared kinds. */
class MutatedAnswersTest {
    private static final List<String> SOUND =
            List.of("""
            {"id":"42","title":"Caf\\u00e9 \\"quoted\\"","status":"current","createdAt":"2026-11-24T12:00:00.123Z",
             "version":{"number":7,"size":9007199254740993,"minorEdit":false,"times":3,"extra":[1.5,-2e3,null]},
             "labels":["a","b"],"times":{"x":"2026-01-01T00:00:00.000Z"},"unknown":{"deep":[{"er":true}]}}""", """
            {"results":[{"id":"1","title":null},{"id":2,"version":{"number":1}}],
             "_links":{"next":"/wiki/api/v2/pages?limit=2&cursor=abc%3D%3D","base":"https://acme.atlassian.net/wiki"}}""", """
            {"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}""", """
            {"statusCode":403,"data":{"authorized":false,"valid":true,"errors":[{"message":{"key":"k"}}]},\
            "message":"com.atlassian.X: no","reason":"Forbidden"}""", "<html><head><title>Maintenance</title></head><body>Down</body></html>");

    private static final List<Integer> STATUSES = List.of(200, 200, 200, 400, 404, 500, 403, 409);
    private static final ApiRequest LIST =
            ApiRequest.get("getPages", "/wiki/api/v2/pages").build();

    private volatile Reply reply = Reply.status(200);

    private void call(long inputs) {
        List<byte[]> sound = new ArrayList<>();
        for (String text : SOUND) {
            sound.add(text.getBytes(StandardCharsets.UTF_8));
            sound.add(Reply.gzip(text.getBytes(StandardCharsets.UTF_8)));
        }
        int[] results = new int[1];
        try (ConfluenceRuntime runtime = ConfluenceRuntime.builder()
                .transport(ScriptedTransport.forgetting(request -> reply))
                .build()) {
            ConfluenceConnection connection =
                    Calls.connect(runtime, "acme").with(CallOptions.defaults().withoutRetry());
            Mutations.ofBytes(sound).tryBytes(inputs, (input, number) -> {
                boolean zipped = input.length > 1 && input[0] == 0x1f;
                int status = STATUSES.get((int) (number % STATUSES.size()));
                Reply plain = Reply.status(status)
                        .bytes(input)
                        .header("Content-Type", number % 7 == 0 ? "text/html" : "application/json");
                reply = zipped ? plain.header("Content-Encoding", "gzip") : plain;
                results[0] += ends(connection, number) ? 1 : 0;
            });
        }
        // Both ends must have been met, or nothing was proved.
        assertThat(results[0]).isBetween(1, (int) inputs - 1);
    }

    private static boolean ends(ConfluenceConnection connection, long number) {
        try {
            if (number % 3 == 0) {
                connection.list(LIST, Note.class, 25, null).first();
            } else {
                connection.fetch(Calls.GET, Note.class);
            }
            return true;
        } catch (ConfluenceProtocolException | ConfluenceApiException | ConfluenceTransportException e) {
            return false;
        } catch (ConfluenceException e) {
            // A listing's next link that leads nowhere.
            assertThat(e.getClass().getSimpleName()).isEqualTo("PagingException");
            return false;
        }
    }

    @Test
    void of_5000_broken_answers_each_is_a_result_or_a_declared_failure() {
        call(5_000);
    }

    @Test
    @Tag("proof")
    void of_1_000_000_broken_answers_each_is_a_result_or_a_declared_failure() {
        call(1_000_000);
    }
}
