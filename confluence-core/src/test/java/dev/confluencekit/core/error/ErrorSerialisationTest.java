package dev.confluencekit.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.error.PagingException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts send exceptions between processes. */
class ErrorSerialisationTest {
    static Stream<Named<RuntimeException>> everyException() {
        FailedCall call = new FailedCall("getPages", "GET", "/wiki/api/v2/pages", 2, Duration.ofSeconds(3), true);
        ApiAnswer answer = new ApiAnswer(
                409,
                "no",
                List.of(new ApiError(409, "CONFLICT", "no", "not at all")),
                "req-1",
                Instant.parse("2026-11-24T10:00:00Z"));
        return Stream.<RuntimeException>of(
                        new AuthenticationException(call, answer),
                        new BadRequestException(call, answer),
                        new ConflictException(call, answer),
                        new ConfluenceApiException(call, answer, "advice"),
                        new ConfluenceClosedException("closed"),
                        new ConfluenceInterruptedException("interrupted"),
                        new ConfluenceProtocolException(call, 200, "no JSON"),
                        new ConfluenceTransportException(call, FaultKind.TLS, "untrusted"),
                        new CredentialException("no key"),
                        new DuplicateTitleException(call, answer),
                        new GoneException(call, answer),
                        new InvalidArgumentException("domain", "is missing"),
                        new LocalContentException(call, new IOException("disk full")),
                        new MissingScopeException(call, answer),
                        new NotFoundException(call, answer),
                        new OutcomeUnknownException(call, new GoneException(call, answer), "look"),
                        new PagingException("GET /pages", Reason.NO_CURSOR, "no cursor"),
                        new PermissionDeniedException(call, answer),
                        new RateLimitedException(call, answer),
                        new RequestTooLargeException(call, answer),
                        new ResponseTooLargeException(call, 200, 1_000),
                        new ServerErrorException(call, answer),
                        new UnsupportedSiteException(UnsupportedSiteException.Reason.DATA_CENTER, "Data Center"),
                        new UntrustedRedirectException(call, 302, "evil.example", "another host"))
                .map(e -> Named.of(e.getClass().getSimpleName(), e));
    }

    @ParameterizedTest
    @MethodSource("everyException")
    void exception_serialised_comesBackWhole(RuntimeException before) throws IOException, ClassNotFoundException {
        assertThat(copy(before))
                .hasSameClassAs(before)
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    private static Object copy(Object before) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(before);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
