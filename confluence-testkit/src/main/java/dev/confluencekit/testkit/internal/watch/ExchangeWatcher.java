package dev.confluencekit.testkit.internal.watch;

import dev.confluencekit.testkit.SimulatedRequest;
import dev.confluencekit.testkit.SimulatedResponse;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Sees every exchange of every simulator. Found as a service by the class loader of the testkit; the
 * tests of this project use it to hold requests and answers against the published specification.
 */
public interface ExchangeWatcher {

    /**
     * Takes note of an exchange, before the answer is sent.
     *
     * @param request the request
     * @param response the answer, before anything happens to the connection
     * @param injected whether the answer is a failure that a test asked for, and not the operation's
     */
    void exchanged(SimulatedRequest request, SimulatedResponse response, boolean injected);

    /**
     * Finds the watchers there are.
     *
     * @return usually none
     */
    static List<ExchangeWatcher> installed() {
        return ServiceLoader.load(ExchangeWatcher.class, ExchangeWatcher.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
