package dev.confluencekit.testkit.internal.access;

import dev.confluencekit.testkit.SimulatedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** Reads the {@code Authorization} header: Basic with email and key, in UTF-8. */
public final class BasicCredentials {

    private static final String SCHEME = "Basic ";

    private final Accounts accounts;
    private final Clock clock;

    /**
     * Makes a reader.
     *
     * @param accounts the accounts to look in
     * @param clock says which keys have expired
     */
    public BasicCredentials(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Finds out who sends a request.
     *
     * @param request the request
     * @return the caller
     */
    public Caller identify(SimulatedRequest request) {
        Optional<String> header = request.header("Authorization");
        if (header.isEmpty()) {
            return Caller.unknown(Caller.Credentials.ABSENT);
        }
        String pair = decode(header.get());
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Caller.unknown(Caller.Credentials.REFUSED);
        }
        Optional<Account> account = accounts.find(pair.substring(0, colon));
        Optional<Key> key = account.flatMap(known -> known.keyWith(pair.substring(colon + 1)))
                .filter(found -> found.worksAt(clock.instant()));
        return key.isPresent()
                ? new Caller(Caller.Credentials.GOOD, account.orElseThrow(), key.get())
                : Caller.unknown(Caller.Credentials.REFUSED);
    }

    private static String decode(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return "";
        }
        try {
            byte[] pair =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            return new String(pair, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            // Garbage is a wrong key like any other; its text must not travel further in a message.
            return "";
        }
    }
}
