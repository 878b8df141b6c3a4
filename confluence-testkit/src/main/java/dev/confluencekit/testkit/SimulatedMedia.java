package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.edge.PathPattern;
import dev.confluencekit.testkit.internal.edge.Reply;
import dev.confluencekit.testkit.internal.media.MediaHost;
import dev.confluencekit.testkit.internal.signing.SignedAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The media host beside the simulated site, at another port of this machine: it gives the bytes of attachments to whoever has
 * a signed address that has not ended, and refuses requests with credentials. Safe for use by many threads.
 */
public final class SimulatedMedia {

    private final SignedAddresses addresses;
    private final MediaHost host;

    SimulatedMedia(SignedAddresses addresses, MediaHost host) {
        this.addresses = addresses;
        this.host = host;
    }

    /**
     * Gives its address; of a site without a socket, the one that the real host has.
     *
     * @return an address without a path
     */
    public URI uri() {
        return addresses.base();
    }

    /**
     * Gives the requests that came, the refused ones too.
     *
     * @return what was asked, oldest first
     */
    public List<RecordedRequest> requests() {
        return host.journal().requests();
    }

    /**
     * Lets the next requests go wrong.
     *
     * @param times how many of them
     * @param failure what happens
     * @throws IllegalArgumentException if {@code times} is below 1
     */
    public void fail(int times, Failure failure) {
        host.failures().add(new PathPattern("/**"), times, failure.spec());
    }

    /**
     * Sets how long addresses are good that are given out from now on; ten minutes at first.
     *
     * @param lifetime by the simulator's clock
     */
    public void addressLifetime(Duration lifetime) {
        addresses.setLifetime(lifetime);
    }

    /**
     * Answers a request without a socket; faults of the connection are not played.
     *
     * @param request the request
     * @return the answer
     */
    public SimulatedResponse exchange(SimulatedRequest request) {
        return host.handle(request).response();
    }

    Reply handle(SimulatedRequest request) {
        return host.handle(request);
    }
}
