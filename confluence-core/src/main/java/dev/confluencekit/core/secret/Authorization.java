package dev.confluencekit.core.secret;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The credential of one request: what goes into its {@code Authorization} header. Never prints. Immutable.
 *
 * @see Authenticator
 */
public final class Authorization {
    private static final int SHORTEST_TO_MASK = 4;

    private final String account;
    private final Secret key;
    private final Secret header;

    private Authorization(String account, Secret key, Secret header) {
        this.account = account;
        this.key = key;
        this.header = header;
    }

    /**
     * HTTP Basic with an Atlassian account and an API token, in UTF-8.
     *
     * @param username the account's email address
     * @param key the API token
     * @return the authorization
     * @throws InvalidArgumentException if the username is blank or holds a colon or a control character
     */
    public static Authorization basic(@Nullable String username, Secret key) {
        String checked = checkUsername(username);
        byte[] pair = (checked + ":" + key.reveal()).getBytes(StandardCharsets.UTF_8);
        return new Authorization(
                checked, key, Secret.of("Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    /**
     * Checks a username for use in HTTP Basic.
     *
     * @param username the account's email address
     * @return the same
     * @throws InvalidArgumentException if it is null, blank, or holds a colon or a control character
     */
    public static String checkUsername(@Nullable String username) {
        if (username == null || username.isBlank()) {
            throw new InvalidArgumentException(
                    "username", "is missing; it is the email address of the Atlassian account");
        }
        if (username.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException("username", "holds a line break or another control character");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(username)) {
            throw new InvalidArgumentException("username", "holds half a surrogate pair, which is no character");
        }
        if (username.indexOf(':') >= 0) {
            throw new InvalidArgumentException("username", "must not hold a colon");
        }
        return username.strip();
    }

    /**
     * The account on whose behalf the request is made.
     *
     * @return the username
     */
    public String account() {
        return account;
    }

    /**
     * The value of the {@code Authorization} header, in the clear.
     *
     * @return for example {@code Basic …}
     */
    public String headerValue() {
        return header.reveal();
    }

    /**
     * Masks this credential in a text that came from outside, in every form in which a server or a library may echo
     * it: raw, Base64 (also as a part of longer Base64), URL-encoded, hexadecimal.
     *
     * @param text any text
     * @return the text without the credential
     */
    public String redact(String text) {
        String clean = text;
        for (String form : forms()) {
            if (form.length() >= SHORTEST_TO_MASK) {
                clean = clean.replace(form, "•••");
            }
        }
        return anyUrlForm(key.reveal()).matcher(clean).replaceAll("•••");
    }

    /** What has to be escaped in a URL differs from encoder to encoder, so each character may stand in any form. */
    private static Pattern anyUrlForm(String raw) {
        StringBuilder form = new StringBuilder();
        raw.codePoints().forEach(c -> {
            String plain = Character.toString(c);
            form.append("(?:").append(Pattern.quote(plain));
            form.append(c == ' ' ? "|\\+|" : "|").append("(?i:");
            for (byte b : plain.getBytes(StandardCharsets.UTF_8)) {
                form.append('%').append(HexFormat.of().toHexDigits(b));
            }
            form.append("))");
        });
        return Pattern.compile(form.toString());
    }

    private Set<String> forms() {
        byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
        String value = header.reveal();
        String hex = HexFormat.of().formatHex(bytes);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value.substring(value.indexOf(' ') + 1));
        for (Base64.Encoder base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            forms.add(base64.encodeToString(bytes));
            forms.add(base64.withoutPadding().encodeToString(bytes));
            for (int before = 0; before < 3; before++) {
                forms.add(insideBase64(base64, bytes, before));
            }
        }
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
        return forms;
    }

    /** The characters that depend on nothing but the key where it stands inside longer Base64. */
    private static String insideBase64(Base64.Encoder base64, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = base64.withoutPadding().encodeToString(shifted);
        return encoded.substring((before * 8 + 5) / 6, Math.max((before * 8 + 5) / 6, shifted.length * 8 / 6));
    }

    /**
     * Compares accounts and keys, the keys in constant time.
     *
     * @param other another object
     * @return true for the same account and key
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Authorization that && account.equals(that.account) && header.equals(that.header);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }

    /**
     * The account and a mask.
     *
     * @return never the key
     */
    @Override
    public String toString() {
        return "Authorization[" + account + ", •••]";
    }
}
