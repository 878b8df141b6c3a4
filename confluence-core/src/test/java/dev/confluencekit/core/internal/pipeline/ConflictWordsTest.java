package dev.confluencekit.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.DuplicateTitleException;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.Failures;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Reply;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a conflict and a title that is taken say, in the words that the service was seen to use. */
class ConflictWordsTest {
    private static final String V2_VERSION =
            "{\"errors\":[{\"status\":409,\"code\":\"CONFLICT\",\"title\":\"Version must be"
                    + " incremented when updating a page. Current Version: [5]. Provided version: [7]\",\"detail\":null}]}";
    private static final String V2_TITLE =
            "A page with this title already exists: A page already exists with the same" + " TITLE in this space";

    private final ConfluenceRuntime runtime = ConfluenceRuntime.create();

    @AfterEach
    void close() {
        runtime.close();
    }

    private <T extends ConfluenceApiException> T failure(Class<T> type, int status, String json) {
        try (RawServer server = RawServer.answering(Reply.status(status).json(json))) {
            ConfluenceConnection connection = Calls.connect(runtime, server);
            T failure = Failures.of(type, () -> connection.send(Calls.of("PUT")));
            assertThat(server.requests()).hasSize(1);
            return failure;
        }
    }

    @Test
    void a_conflict_tells_both_versions() {
        ConflictException conflict = failure(ConflictException.class, 409, V2_VERSION);

        assertThat(conflict.currentVersion()).isEqualTo(OptionalInt.of(5));
        assertThat(conflict.providedVersion()).isEqualTo(OptionalInt.of(7));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                argumentSet(
                        "v1 and Data Center",
                        "{\"statusCode\":409,\"message\":\"com.atlassian.confluence.api.service.exceptions.ConflictException:"
                                + " Version must be incremented on update. Current version is: 12\"}",
                        OptionalInt.of(12)),
                argumentSet(
                        "being updated",
                        "{\"message\":\"Content is being concurrently updated\"}",
                        OptionalInt.empty()),
                argumentSet(
                        "a number beyond all versions",
                        "{\"message\":\"Current Version: [99999999999999]\"}",
                        OptionalInt.empty()),
                argumentSet("nothing", "{}", OptionalInt.empty()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_conflict_tells_the_current_version_where_its_words_do(String json, OptionalInt version) {
        ConflictException conflict = failure(ConflictException.class, 409, json);

        assertThat(conflict.currentVersion()).isEqualTo(version);
        assertThat(conflict.providedVersion()).isEmpty();
    }

    static Stream<Arguments> titles() {
        return Stream.of(
                argumentSet(
                        "v2",
                        400,
                        "{\"errors\":[{\"status\":400,\"code\":\"BAD_REQUEST\",\"title\":\"" + V2_TITLE
                                + "\",\"detail\":null}]}"),
                argumentSet(
                        "one tenant, on update",
                        409,
                        "{\"errors\":[{\"status\":409,\"code\":\"CONFLICT\",\"title\":\"" + V2_TITLE
                                + "\",\"detail\":null}]}"),
                argumentSet(
                        "v1",
                        400,
                        "{\"statusCode\":400,\"message\":\"com.atlassian.confluence.api.service.exceptions.BadRequestException:"
                                + " A page with this title already exists: A page already exists with the title Returns in the"
                                + " space with key SUPPORT\"}"));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void a_title_that_is_taken_is_an_error_of_its_own(int status, String json) {
        DuplicateTitleException taken = failure(DuplicateTitleException.class, status, json);

        assertThat(taken).isInstanceOf(BadRequestException.class).hasMessageContaining("archived or a draft");
        assertThat(taken.status()).isEqualTo(status);
    }

    @Test
    void another_bad_request_is_no_matter_of_the_title() {
        assertThat(failure(
                        BadRequestException.class,
                        400,
                        "{\"errors\":[{\"status\":400,\"code\":\"INVALID_REQUEST_PARAMETER\",\"title\":\"Provided value {x} for"
                                + " 'id' is not the correct type. Expected type is ContentId\",\"detail\":\"\"}]}"))
                .isNotInstanceOf(DuplicateTitleException.class);
    }
}
