package dev.confluencekit.core.transport;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;

/** Leaves every body to be collected. */
enum NothingTaken implements BodySink {
    SINK;

    @Override
    public boolean takes(int status, HttpHeaders headers) {
        return false;
    }

    @Override
    public void write(ByteBuffer bytes) {
        throw new IllegalStateException("nothing was to be written here");
    }
}
