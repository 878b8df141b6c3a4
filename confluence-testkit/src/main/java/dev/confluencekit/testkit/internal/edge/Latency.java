package dev.confluencekit.testkit.internal.edge;

import java.time.Duration;

/**
 * How long ordinary answers take.
 *
 * @param perRequest for every answer
 * @param perKilobyte for every started kilobyte of body on the wire
 */
public record Latency(Duration perRequest, Duration perKilobyte) {

    static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    Duration of(int bodyLength) {
        return perRequest.plus(perKilobyte.multipliedBy((bodyLength + 1023) / 1024));
    }
}
