package dev.confluencekit.integration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds a key in a text, in any form in which one leaks. Written without a look at the code that masks. */
final class SecretSearch {
    private final Map<String, String> exact = new LinkedHashMap<>();
    private final Map<String, String> inAnyCase = new LinkedHashMap<>();

    SecretSearch(String username, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] pair = (username + ":" + key).getBytes(StandardCharsets.UTF_8);
        exact.put("raw", key);
        for (Base64.Encoder base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            exact.put("Base64 " + exact.size(), base64.withoutPadding().encodeToString(bytes));
            exact.put(
                    "Base64 of the pair " + exact.size(),
                    base64.withoutPadding().encodeToString(pair));
        }
        exact.put("JSON", key.replace("\\", "\\\\").replace("/", "\\/"));
        String form = URLEncoder.encode(key, StandardCharsets.UTF_8);
        inAnyCase.put("form-encoded", form);
        inAnyCase.put("percent-encoded", percentEncoded(key));
        inAnyCase.put("hexadecimal", HexFormat.of().formatHex(bytes));
        inAnyCase.put("hexadecimal pair", HexFormat.of().formatHex(pair));
    }

    /** As RFC 3986 has it. */
    static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** The form in which the key stands in the text, if it does. */
    Optional<String> findIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return exact.entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> inAnyCase.entrySet().stream()
                        .filter(form -> lower.contains(form.getValue().toLowerCase(Locale.ROOT)))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }
}
