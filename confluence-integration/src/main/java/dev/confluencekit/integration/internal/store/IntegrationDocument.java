package dev.confluencekit.integration.internal.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An integration as it is written down. Words of enumerations are texts here, so that one library reads what a newer one
 * wrote.
 */
public record IntegrationDocument(
        int format,
        String state,
        Instant since,
        String name,
        List<String> capabilities,
        String site,
        @Nullable String cloudId,
        String username,
        AccountPart account,
        String credentialId,
        KeyPart key,
        Instant addedAt,
        Instant keyAcceptedAt,
        @Nullable Integer warnedAt,
        ReportPart lastTest) {
    /** The account. */
    public record AccountPart(
            String accountId,
            @Nullable String name,
            @Nullable String type) {}

    /** What is known of the key's end. */
    public record KeyPart(@Nullable Instant endsAt, String source) {}

    /** The last test. */
    public record ReportPart(
            String site,
            String verdict,
            String code,
            String text,
            String hint,
            List<CheckPart> checks,
            @Nullable AccountPart account,
            @Nullable String route,
            @Nullable String cloudId,
            KeyPart key,
            @Nullable Instant retryAt,
            @Nullable Long clockDifferenceSeconds,
            Instant testedAt) {}

    /** One check of it. */
    public record CheckPart(String subject, String title, String result, String seen, String todo) {}
}
