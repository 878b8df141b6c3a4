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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says in the library's words what the JDK's client threw. The exception itself goes no further: its message can quote
 * the request, the credential included.
 */
final class JdkFaults {
    private static final Pattern TUNNEL_REFUSED = Pattern.compile("Tunnel failed, got: ([0-9]{3})");
    /** How the JDK says that the connection ended before the headers did, and what had come of the first line. */
    private static final Pattern BROKEN_OFF =
            Pattern.compile("parsing HTTP/1.1 (?:header|status line), receiving \\[(.*?)]", Pattern.DOTALL);

    private JdkFaults() {}

    /**
     * Says what was thrown.
     *
     * @param proxy the proxy on the way, or null
     */
    static TransportFault describe(
            Throwable thrown, TransportRequest request, @Nullable String proxy, boolean answerBegan) {
        TransportFault own = find(thrown, TransportFault.class);
        if (own != null) {
            return own;
        }
        String peer = request.uri().getHost()
                + (request.uri().getPort() < 0 ? "" : ":" + request.uri().getPort())
                + (proxy == null ? "" : " by way of the proxy " + proxy);
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
            String unknown = request.uri().getHost() + (proxy == null ? "" : " or the proxy " + proxy);
            return fault(FaultKind.UNKNOWN_HOST, "the host " + unknown + " is not known", null, 0);
        }
        Matcher tunnel = TUNNEL_REFUSED.matcher(String.valueOf(thrown.getMessage()));
        if (tunnel.find()) {
            return ofTunnel(Integer.parseInt(tunnel.group(1)), proxy);
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
        if (isBrokenOff(thrown)) {
            return fault(FaultKind.CONNECTION_LOST, "the connection was lost in the answer's headers", thrown, 1);
        }
        if (thrown instanceof RuntimeException || find(thrown, ProtocolException.class) != null || isGarbage(thrown)) {
            return fault(FaultKind.PROTOCOL, "what " + peer + " answered is not HTTP as it should be", thrown, 1);
        }
        boolean sentTwice =
                "HEAD".equals(request.method()) || "GET".equals(request.method()) && !SingleSend.isKnownToWork();
        return fault(
                FaultKind.CONNECTION_LOST, "the connection was lost before an answer began", thrown, sentTwice ? 2 : 1);
    }

    /** What a proxy says instead of making the connection to the site that it was asked for. */
    static TransportFault ofTunnel(int status, @Nullable String proxy) {
        String message = "the proxy " + (proxy == null ? "" : proxy + " ") + "answered " + status
                + " instead of making a connection";
        // It tells in this way that it cannot reach the site at the moment, too.
        return fault(status >= 500 ? FaultKind.CONNECTION_REFUSED : FaultKind.PROXY_REFUSED, message, null, 0);
    }

    private static TransportFault ofTls(SSLException tls, String peer) {
        boolean cutOff = find(tls, EOFException.class) != null && find(tls, CertificateException.class) == null;
        return cutOff
                ? fault(FaultKind.HANDSHAKE_LOST, peer + " ended the TLS handshake", tls, 0)
                : fault(FaultKind.TLS, "no trustworthy TLS connection to " + peer + " could be made", tls, 0);
    }

    private static boolean isBrokenOff(Throwable thrown) {
        Matcher state = BROKEN_OFF.matcher(String.valueOf(thrown.getMessage()));
        if (thrown instanceof ProtocolException || !state.find()) {
            return false;
        }
        String begun = state.group(1);
        boolean isStatusLine = state.group().contains("status line");
        return !isStatusLine || begun.startsWith("HTTP/1.") || "HTTP/1.".startsWith(begun);
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
