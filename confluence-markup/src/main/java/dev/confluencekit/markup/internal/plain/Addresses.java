package dev.confluencekit.markup.internal.plain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses that may stand in output. */
public final class Addresses {
    private static final String UNRESERVED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&+,;=@";

    private Addresses() {}

    /** Whether it leads to a website, a mailbox, a place relative to the page or in it; what runs code does not pass. */
    public static boolean isAllowed(String url) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return true;
            }
            if (c == ':') {
                String name = scheme.toString().toLowerCase(Locale.ROOT);
                return name.equals("http") || name.equals("https") || name.equals("mailto");
            }
            if (c > ' ' && !Character.isWhitespace(c) && !Character.isISOControl(c)) {
                scheme.append(c);
            }
        }
        return true;
    }

    /** A relative address of a file of that name. Letters of all languages stay readable. */
    public static String ofFile(String name) {
        StringBuilder url = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            if ((c < 128 && UNRESERVED.indexOf(c) >= 0) || (c >= 160 && Character.isLetterOrDigit(c))) {
                url.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    url.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            }
        });
        return url.toString();
    }
}
