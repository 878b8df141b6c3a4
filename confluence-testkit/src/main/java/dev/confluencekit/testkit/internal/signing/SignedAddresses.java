package dev.confluencekit.testkit.internal.signing;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses under which the media host gives files out for a while; each opens one file, to whoever has it. */
public final class SignedAddresses {

    private final URI base;
    private final Clock clock;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private volatile Duration lifetime = Duration.ofMinutes(10);

    /**
     * None are given out yet.
     *
     * @param base the address of the media host
     * @param clock the simulator's time
     */
    public SignedAddresses(URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /**
     * What an address opens.
     *
     * @param path the path of the address
     * @param mediaType the type of what is there
     * @param content its bytes
     * @param tag its strong entity tag
     * @param until when the address ends
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
    public record Grant(String path, String mediaType, byte[] content, String tag, Instant until) {}

    /**
     * Gives the address of the media host.
     *
     * @return an address without a path
     */
    public URI base() {
        return base;
    }

    /**
     * Sets how long addresses are good that are given out from now on.
     *
     * @param value how long, by the simulator's clock
     */
    public void setLifetime(Duration value) {
        lifetime = value;
    }

    /**
     * Gives an address out.
     *
     * @param path where the file is on the media host
     * @param mediaType its type
     * @param content its bytes
     * @param tag its entity tag, without quotes
     * @return an address that is good for a while
     */
    public URI sign(String path, String mediaType, byte[] content, String tag) {
        String token = UUID.randomUUID().toString();
        Instant until = clock.instant().plus(lifetime);
        grants.put(token, new Grant(path, mediaType, content, "\"" + tag + "\"", until));
        return URI.create(base + path + "?token=" + token + "&client=simulator");
    }

    /**
     * Finds what an address opens.
     *
     * @param path its path
     * @param token its token
     * @return what is there, or empty if the address is forged or has ended
     */
    public Optional<Grant> redeem(String path, String token) {
        return Optional.ofNullable(grants.get(token))
                .filter(grant -> grant.path().equals(path))
                .filter(grant -> clock.instant().isBefore(grant.until()));
    }
}
