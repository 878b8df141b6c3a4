package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.message.Message;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.message.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks what was typed, field by field, and collects what is wrong; for one form. */
final class Fields {
    static final String NAME = "name";
    static final String CAPABILITY = "capability";
    static final String USERNAME = "username";
    static final String API_KEY = "apiKey";
    static final String DOMAIN = "domain";
    static final String KEY_ISSUED = "keyIssued";
    static final String KEY_EXPIRES = "keyExpires";

    static final int LONGEST_NAME = 100;
    /** A year, and a day for those who are a day ahead of us. */
    private static final int LONGEST_LIFE_IN_DAYS = 366;

    private final Messages messages;
    private final LocalDate today;
    private final boolean loopbackAllowed;
    private final List<FieldProblem> problems = new ArrayList<>();

    Fields(Messages messages, Instant now, boolean loopbackAllowed) {
        this.messages = messages;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.loopbackAllowed = loopbackAllowed;
    }

    @Nullable
    String name(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return missing(NAME);
        }
        String name = typed.strip();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return invalid(NAME, "must not be longer than " + LONGEST_NAME + " characters");
        }
        if (name.codePoints().anyMatch(Fields::isUnfit)) {
            return invalid(NAME, "holds a line break or another control character");
        }
        return name;
    }

    /** Control characters, those that turn the direction of what follows, and half surrogate pairs. */
    private static boolean isUnfit(int c) {
        return Character.isISOControl(c)
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c >= 0xD800 && c <= 0xDFFF
                || c == 0x2028
                || c == 0x2029;
    }

    @Nullable
    Set<Capability> capabilities(Set<Capability> chosen) {
        return chosen.isEmpty() ? missing(CAPABILITY) : chosen;
    }

    /** The words of a form. */
    @Nullable
    Set<Capability> capabilities(String words) {
        Set<Capability> known = EnumSet.noneOf(Capability.class);
        for (String word : words.split(",", -1)) {
            Optional<Capability> capability = Stream.of(Capability.values())
                    .filter(each -> each.name().equals(word.strip()))
                    .findFirst();
            if (capability.isPresent()) {
                known.add(capability.get());
            } else if (!word.isBlank()) {
                return invalid(CAPABILITY, "must be CONTENT_MANAGEMENT");
            }
        }
        return known.isEmpty() ? missing(CAPABILITY) : known;
    }

    @Nullable
    ConfluenceSite domain(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return missing(DOMAIN);
        }
        if (loopbackAllowed && ConfluenceSite.isLoopback(typed.strip())) {
            return ConfluenceSite.loopback(typed.strip());
        }
        return check(DOMAIN, () -> ConfluenceSite.parse(typed));
    }

    @Nullable
    String username(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? missing(USERNAME)
                : check(USERNAME, () -> Authorization.checkUsername(typed));
    }

    /** The text is what a form has, the secret what a program has. */
    @Nullable
    Secret apiKey(@Nullable String typed, @Nullable Secret given) {
        if (given != null) {
            return given;
        }
        return typed == null || typed.isBlank() ? missing(API_KEY) : check(API_KEY, () -> Secret.of(typed));
    }

    @Nullable
    LocalDate day(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return invalid(field, "must be a day such as 2027-03-01");
        }
    }

    void keyDays(@Nullable LocalDate issued, @Nullable LocalDate expires) {
        if (issued != null && issued.isAfter(today.plusDays(1))) {
            invalid(KEY_ISSUED, "lies in the future");
        }
        if (expires == null) {
            return;
        }
        LocalDate latest = (issued == null ? today : issued).plusDays(LONGEST_LIFE_IN_DAYS);
        if (expires.isBefore(today.minusDays(1))) {
            invalid(KEY_EXPIRES, "lies in the past");
        } else if (issued != null && !expires.isAfter(issued)) {
            invalid(KEY_EXPIRES, "must be after the day of issue");
        } else if (expires.isAfter(latest)) {
            invalid(KEY_EXPIRES, "lies too far ahead: an API token lives for 365 days at most");
        }
    }

    /** A credential that is taken from another integration leaves no room for one that is typed. */
    void noneBeside(NewIntegration given) {
        if (given.username != null) {
            invalid(USERNAME, "must be left out, since the credential of another integration is used");
        }
        if (given.apiKey != null || given.typed.containsKey(API_KEY)) {
            invalid(API_KEY, "must be left out, since the credential of another integration is used");
        }
        if (given.keyIssued != null) {
            invalid(KEY_ISSUED, "must be left out, since the credential of another integration is used");
        }
        if (given.keyExpires != null) {
            invalid(KEY_EXPIRES, "must be left out, since the credential of another integration is used");
        }
    }

    static Credential credential(
            String username, Secret apiKey, @Nullable LocalDate issued, @Nullable LocalDate expires) {
        Credential credential = Credential.of(username, apiKey);
        if (issued != null) {
            credential = credential.issued(issued.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return expires == null
                ? credential
                : credential.expires(expires.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    void requireAll() {
        if (!problems.isEmpty()) {
            String fields = problems.stream()
                    .map(problem -> problem.field() + ": " + problem.text())
                    .collect(Collectors.joining(" "));
            throw new InvalidFieldsException(
                    messages.say(MessageCode.INVALID_FIELDS, Map.of("fields", fields)), problems);
        }
    }

    private <T> @Nullable T check(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidArgumentException e) {
            String problem =
                    String.valueOf(e.getMessage()).substring(e.parameter().length() + 2);
            return invalid(field, problem);
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // there is never a value
    private <T> @Nullable T missing(String field) {
        return problem(field, messages.say(MessageCode.FIELD_MISSING));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // there is never a value
    private <T> @Nullable T invalid(String field, String problem) {
        return problem(field, messages.say(MessageCode.FIELD_INVALID, Map.of("problem", problem)));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // there is never a value
    private <T> @Nullable T problem(String field, Message message) {
        problems.add(new FieldProblem(field, message.code(), message.text()));
        return null;
    }
}
