package dev.confluencekit.integration.registry;

import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.JsonException;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.Check;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.connection.Verdict;
import dev.confluencekit.integration.internal.store.IntegrationDocument;
import dev.confluencekit.integration.internal.store.IntegrationDocument.AccountPart;
import dev.confluencekit.integration.internal.store.IntegrationDocument.CheckPart;
import dev.confluencekit.integration.internal.store.IntegrationDocument.KeyPart;
import dev.confluencekit.integration.internal.store.IntegrationDocument.ReportPart;
import dev.confluencekit.integration.message.Message;
import dev.confluencekit.integration.message.MessageCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries down and reads them. A word that a newer version of the library wrote and this one does not know is read
 * as the most careful one that it does know, so that two versions can share a store for a while.
 */
final class Documents {
    private static final int FORMAT = 1;

    private final JsonCodec codec = JsonCodec.create();

    String write(Entry entry) {
        Integration i = entry.integration();
        return codec.write(new IntegrationDocument(
                FORMAT,
                entry.state().name(),
                entry.since(),
                i.name(),
                i.capabilities().stream().map(Enum::name).sorted().toList(),
                i.site().origin().toString(),
                i.cloudId(),
                i.username(),
                part(i.account()),
                i.credentialId().value(),
                part(i.keyLife()),
                i.addedAt(),
                i.keyAcceptedAt(),
                entry.warnedAt(),
                part(i.lastTest())));
    }

    /**
     * Reads an entry.
     *
     * @throws UnreadableException if it is none, or of a newer format
     */
    Entry read(StoredIntegration stored) throws UnreadableException {
        IntegrationDocument document;
        try {
            document = codec.read(
                    new ByteArrayInputStream(stored.document().getBytes(StandardCharsets.UTF_8)),
                    IntegrationDocument.class);
        } catch (JsonException | IOException e) {
            throw new UnreadableException("the integration " + stored.id() + " cannot be read", e);
        }
        if (document.format() > FORMAT) {
            throw new UnreadableException(
                    "the integration " + stored.id() + " was written by a newer version of the library", null);
        }
        try {
            return entry(stored, document);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnreadableException("the integration " + stored.id() + " cannot be read", e);
        }
    }

    private static Entry entry(StoredIntegration stored, IntegrationDocument document) throws UnreadableException {
        Entry.State state = word(Entry.State.class, document.state())
                .orElseThrow(() -> new UnreadableException(
                        "the integration " + stored.id() + " is in a state that this version does not know", null));
        Integration integration = new Integration(
                stored.id(),
                document.name(),
                capabilities(document.capabilities()),
                site(document.site()),
                document.cloudId(),
                document.username(),
                account(document.account()),
                CredentialId.of(document.credentialId()),
                life(document.key()),
                document.addedAt(),
                document.keyAcceptedAt(),
                report(document.lastTest()));
        return new Entry(integration, state, document.since(), stored.identity(), document.warnedAt());
    }

    private static Set<Capability> capabilities(List<String> words) {
        Set<Capability> known = EnumSet.noneOf(Capability.class);
        words.forEach(word -> word(Capability.class, word).ifPresent(known::add));
        return known;
    }

    private static ConfluenceSite site(String origin) {
        return ConfluenceSite.isLoopback(origin) ? ConfluenceSite.loopback(origin) : ConfluenceSite.parse(origin);
    }

    private static AccountPart part(Account account) {
        return new AccountPart(account.accountId(), account.name(), account.type());
    }

    private static Account account(AccountPart part) {
        return new Account(Objects.requireNonNull(part.accountId()), part.name(), part.type());
    }

    private static KeyPart part(KeyLife life) {
        return new KeyPart(life.endsAt(), life.source().name());
    }

    private static KeyLife life(KeyPart part) {
        return part.endsAt() == null
                ? KeyLife.unknown()
                : new KeyLife(
                        part.endsAt(),
                        word(KeyLife.Source.class, part.source())
                                .filter(source -> source != KeyLife.Source.UNKNOWN)
                                .orElse(KeyLife.Source.AT_THE_LATEST));
    }

    private static ReportPart part(ConnectionReport report) {
        Message message = report.message();
        Account account = report.account();
        SiteRoute route = report.route();
        Duration difference = report.clockDifference();
        return new ReportPart(
                report.site(),
                report.verdict().name(),
                message.code().name(),
                message.text(),
                message.hint(),
                report.checks().stream().map(Documents::part).toList(),
                account == null ? null : part(account),
                route == null ? null : route.name(),
                report.cloudId(),
                part(report.keyLife()),
                report.retryAt(),
                difference == null ? null : difference.toSeconds(),
                report.testedAt());
    }

    private static ConnectionReport report(ReportPart part) {
        AccountPart account = part.account();
        Long difference = part.clockDifferenceSeconds();
        return new ConnectionReport(
                part.site(),
                word(Verdict.class, part.verdict()).orElse(Verdict.COULD_NOT_TELL),
                new Message(
                        word(MessageCode.class, part.code()).orElse(MessageCode.COULD_NOT_TELL),
                        part.text(),
                        part.hint()),
                checks(part.checks()),
                account == null ? null : account(account),
                word(SiteRoute.class, part.route()).orElse(null),
                part.cloudId(),
                life(part.key()),
                part.retryAt(),
                difference == null ? null : Duration.ofSeconds(difference),
                part.testedAt());
    }

    private static CheckPart part(Check check) {
        return new CheckPart(
                check.subject().name(), check.title(), check.result().name(), check.seen(), check.todo());
    }

    private static List<Check> checks(List<CheckPart> parts) {
        List<Check> known = new ArrayList<>();
        for (CheckPart part : parts) {
            word(Check.Subject.class, part.subject())
                    .ifPresent(subject -> known.add(new Check(
                            subject,
                            part.title(),
                            word(Check.Result.class, part.result()).orElse(Check.Result.NOT_REACHED),
                            part.seen(),
                            part.todo())));
        }
        return known;
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> words, @Nullable String word) {
        for (E known : words.getEnumConstants()) {
            if (known.name().equals(word)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** What lies in the store is no integration that this version can read. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
