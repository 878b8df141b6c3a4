package dev.confluencekit.testkit.internal.http;

/** The bytes on a connection are no HTTP/1.1 request that this server takes. */
final class MalformedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    MalformedRequestException(int status, String what) {
        super(what);
        this.status = status;
    }

    int status() {
        return status;
    }
}
