package dev.confluencekit.core.request;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding of path segments and query values (RFC 3986): every byte that is not unreserved is encoded, and a
 * plus sign is a plus sign, never a space.
 */
public final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = ":/?@!$&'()*+,;=";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /**
     * Encodes a value once.
     *
     * @param value any text
     * @return ASCII that is safe in a path segment and in a query value
     * @throws InvalidArgumentException if the text holds half a surrogate pair, which no address can carry
     */
    public static String encode(String value) {
        return encode("value", value);
    }

    static String encode(String parameter, String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (byte b : toUtf8(parameter, value)) {
            if (isUnreserved(b)) {
                out.append((char) b);
            } else {
                escape(out, b);
            }
        }
        return out.toString();
    }

    /**
     * Encodes what may not stand in an address at all, and leaves alone what is encoded already: mends links that a
     * service gives half encoded.
     *
     * @param link a path, with or without query and fragment
     * @return the same in ASCII, fit for a {@code java.net.URI}
     * @throws InvalidArgumentException if the text holds half a surrogate pair
     */
    public static String encodeRest(String link) {
        byte[] in = toUtf8("link", link);
        StringBuilder out = new StringBuilder(in.length + 16);
        boolean inFragment = false;
        for (int i = 0; i < in.length; i++) {
            byte b = in[i];
            boolean opensFragment = b == '#' && !inFragment;
            inFragment |= opensFragment;
            if (isUnreserved(b) || RESERVED.indexOf(b) >= 0 || opensFragment || isEscape(in, i)) {
                out.append((char) b);
            } else {
                escape(out, b);
            }
        }
        return out.toString();
    }

    /**
     * Decodes a value once. What is no valid escape stays as it is.
     *
     * @param value an encoded value
     * @return the text
     * @throws InvalidArgumentException if the bytes that are escaped are no UTF-8
     */
    public static String decode(String value) {
        byte[] in = toUtf8("value", value);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (isEscape(in, i)) {
                out.write(HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2]));
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidArgumentException("value", "holds escapes that are no UTF-8");
        }
    }

    private static byte[] toUtf8(String parameter, String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new InvalidArgumentException(parameter, "holds half a surrogate pair, which is no character");
        }
    }

    private static void escape(StringBuilder out, byte b) {
        out.append('%').append(HEX.toHexDigits(b));
    }

    private static boolean isEscape(byte[] in, int at) {
        return in[at] == '%'
                && at + 2 < in.length
                && HexFormat.isHexDigit(in[at + 1])
                && HexFormat.isHexDigit(in[at + 2]);
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || UNRESERVED.indexOf(b) >= 0;
    }
}
