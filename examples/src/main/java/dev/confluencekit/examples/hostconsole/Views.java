package dev.confluencekit.examples.hostconsole;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.integration.connection.Account;
import dev.confluencekit.integration.connection.Check;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.descriptor.Field;
import dev.confluencekit.integration.descriptor.IntegrationDescriptor;
import dev.confluencekit.integration.descriptor.Tab;
import dev.confluencekit.integration.message.Message;
import dev.confluencekit.integration.registry.Integration;
import dev.confluencekit.integration.registry.InvalidFieldsException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page is told, as maps for JSON. There is no key in any of the records, so none can slip out. */
final class Views {
    /** From so many days on the badge warns. */
    private static final int SOON = 30;

    private Views() {}

    static Map<String, Object> form(IntegrationDescriptor form) {
        return Map.of(
                "id",
                form.id(),
                "title",
                form.title(),
                "tabs",
                form.tabs().stream().map(Views::tab).toList());
    }

    private static Map<String, Object> tab(Tab tab) {
        return Map.of(
                "id",
                tab.id(),
                "title",
                tab.title(),
                "fields",
                tab.fields().stream().map(Views::field).toList());
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", field.id());
        view.put("label", field.label());
        view.put("help", field.help());
        view.put("example", field.example());
        view.put("kind", field.kind().name());
        view.put("required", field.required());
        view.put("choices", field.choices());
        if (field.maxLength() != null) {
            view.put("maxLength", field.maxLength());
        }
        if (field.defaultValue() != null) {
            view.put("defaultValue", field.defaultValue());
        }
        return view;
    }

    static Map<String, Object> integration(Integration integration) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", integration.id().value());
        view.put("name", integration.name());
        view.put(
                "domain",
                integration.site().isCloudByName()
                        ? integration.site().tenant()
                        : integration.site().host());
        view.put("username", integration.username());
        view.put("account", account(integration.account()));
        view.put("keyLife", keyLife(integration));
        view.put("lastTest", report(integration.lastTest()));
        return view;
    }

    private static String account(Account account) {
        return account.name() == null || account.name().isBlank() ? account.accountId() : account.name();
    }

    /** Judged by the service's clock, as far as the last test saw it. */
    private static Map<String, Object> keyLife(Integration integration) {
        ConnectionReport last = integration.lastTest();
        Instant now =
                last.clockDifference() == null ? Instant.now() : Instant.now().plus(last.clockDifference());
        KeyLife life = integration.keyLife();
        return life.end()
                .map(end -> Map.<String, Object>of(
                        "text", ends(life, now),
                        "day", LocalDate.ofInstant(end, ZoneOffset.UTC).toString(),
                        "tone", life.isOver(now) ? "bad" : life.daysLeft(now).orElseThrow() <= SOON ? "warn" : "calm"))
                .orElse(Map.of("text", "expiry unknown", "tone", "calm"));
    }

    private static String ends(KeyLife life, Instant now) {
        if (life.isOver(now)) {
            return "expired";
        }
        long days = life.daysLeft(now).orElseThrow();
        String when = days == 0 ? "today" : days == 1 ? "in 1 day" : "in " + days + " days";
        return "expires " + when + (life.source() == KeyLife.Source.AT_THE_LATEST ? " at the latest" : "");
    }

    static Map<String, Object> report(ConnectionReport report) {
        return Map.of(
                "ok", report.ok(),
                "verdict", verdict(report),
                "tone", tone(report),
                "message", message(report.message()),
                "testedAt", report.testedAt().toString(),
                "checks", report.checks().stream().map(Views::check).toList());
    }

    private static String verdict(ConnectionReport report) {
        return switch (report.verdict()) {
            case CONNECTED -> "Connected";
            case CONNECTED_WITH_WARNINGS -> "Connected, with warnings";
            case REFUSED -> "Refused";
            case NOT_CONFLUENCE -> "Not Confluence";
            case UNREACHABLE -> "Unreachable";
            case COULD_NOT_TELL -> "Could not tell";
        };
    }

    private static String tone(ConnectionReport report) {
        return switch (report.verdict()) {
            case CONNECTED -> "good";
            case CONNECTED_WITH_WARNINGS, COULD_NOT_TELL -> "warn";
            case REFUSED, NOT_CONFLUENCE, UNREACHABLE -> "bad";
        };
    }

    private static Map<String, Object> check(Check check) {
        return Map.of(
                "title", check.title(), "result", check.result().name(), "seen", check.seen(), "todo", check.todo());
    }

    static Map<String, Object> message(Message message) {
        return Map.of("code", message.code().key(), "text", message.text(), "hint", message.hint());
    }

    static List<Map<String, Object>> problems(InvalidFieldsException e) {
        return e.problems().stream()
                .map(problem -> Map.<String, Object>of("field", problem.field(), "text", problem.text()))
                .toList();
    }
}
