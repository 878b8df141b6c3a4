package dev.confluencekit.core.transport;

import dev.confluencekit.core.error.FaultKind;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says in the library's words what the JDK's client threw. The exception itself goes no further: its message can quote
 * the request, the credential included.
 */
final class JdkFaults {
    private JdkFaults() {}

    static TransportFault describe(Throwable thrown, TransportRequest request, boolean answerBegan) {
        TransportFault own = find(thrown, TransportFault.class);
        if (own != null) {
            return own;
        }
        String peer = request.uri().getHost()
                + (request.uri().getPort() < 0 ? "" : ":" + request.uri().getPort());
        if (find(thrown, SingleSend.Refused.class) != null) {
            return fault(FaultKind.CONNECTION_LOST, "the connection was lost before an answer began", null, 1);
        }
        if (thrown instanceof IllegalArgumentException && find(thrown, NumberFormatException.class) == null) {
            // Its message quotes the header or address that it refused, which may be the credential.
            return fault(FaultKind.PROTOCOL, "the request cannot be expressed in HTTP", null, 0);
        }
        if (find(thrown, HttpConnectTimeoutException.class) != null) {
            return fault(FaultKind.CONNECT_TIMEOUT, "no connection to " + peer + " within the time limit", null, 0);
        }
        if (find(thrown, HttpTimeoutException.class) != null) {
            return fault(
                    FaultKind.TIMEOUT, "no answer within " + request.timeout().toMillis() + " ms", null, 1);
        }
        if (find(thrown, UnresolvedAddressException.class) != null
                || find(thrown, UnknownHostException.class) != null) {
            return fault(FaultKind.UNKNOWN_HOST, "the host " + request.uri().getHost() + " is not known", null, 0);
        }
        SSLException tls = find(thrown, SSLException.class);
        if (tls != null && !answerBegan) {
            return ofTls(tls, peer);
        }
        if (find(thrown, ConnectException.class) != null) {
            return fault(FaultKind.CONNECTION_REFUSED, "no connection to " + peer + " could be made", thrown, 0);
        }
        if (answerBegan) {
            return fault(FaultKind.INCOMPLETE_BODY, "the answer broke off before its end", thrown, 1);
        }
        if (thrown instanceof RuntimeException || find(thrown, ProtocolException.class) != null || isGarbage(thrown)) {
            return fault(FaultKind.PROTOCOL, "what " + peer + " answered is not HTTP as it should be", thrown, 1);
        }
        boolean sentTwice = "GET".equals(request.method()) && !SingleSend.isKnownToWork();
        return fault(
                FaultKind.CONNECTION_LOST, "the connection was lost before an answer began", thrown, sentTwice ? 2 : 1);
    }

    private static TransportFault ofTls(SSLException tls, String peer) {
        boolean cutOff = find(tls, EOFException.class) != null && find(tls, CertificateException.class) == null;
        return cutOff
                ? fault(FaultKind.HANDSHAKE_LOST, peer + " ended the TLS handshake", tls, 0)
                : fault(FaultKind.TLS, "no trustworthy TLS connection to " + peer + " could be made", tls, 0);
    }

    /** The JDK has no type of its own for these; they all come before the headers are through. */
    private static boolean isGarbage(Throwable thrown) {
        String text = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("status line")
                || text.contains("header") && !text.contains("received no bytes")
                || text.contains("content length")
                || text.contains("content-length");
    }

    private static TransportFault fault(FaultKind kind, String message, @Nullable Throwable thrown, int sent) {
        String detail = thrown == null ? "" : thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
        return new TransportFault(kind, message, detail, sent);
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
