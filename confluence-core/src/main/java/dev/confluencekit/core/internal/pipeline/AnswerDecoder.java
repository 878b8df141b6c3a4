package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;

/** Makes a value of a successful answer. */
@FunctionalInterface
public interface AnswerDecoder<T> {
    /** Reads the body, decompressed, and what it needs of the headers. */
    T decode(HttpHeaders headers, InputStream body) throws JsonException, IOException;
}
