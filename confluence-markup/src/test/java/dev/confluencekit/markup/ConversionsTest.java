package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.storage.StorageChecker;
import dev.confluencekit.markup.storage.StorageForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What becomes what, as tables to read: a title, a body in storage format or nodes in ADF, the Markdown and the text that it becomes,
 * and what the report says, with the place behind an @ if the case is about places. The files lie beside the resources of this test; every output in them was read by a person.
 */
class ConversionsTest {
    /** A case of a table. */
    private record Case(String title, String body, String markdown, String text, String report) {}

    @TestFactory
    Stream<DynamicTest> elements() {
        return tests("elements");
    }

    @TestFactory
    Stream<DynamicTest> resources() {
        return tests("resources");
    }

    @TestFactory
    Stream<DynamicTest> macros() {
        return tests("macros");
    }

    @TestFactory
    Stream<DynamicTest> escapes() {
        return tests("escapes");
    }

    @TestFactory
    Stream<DynamicTest> what_went_wrong_elsewhere() {
        return tests("pitfalls");
    }

    /** The nodes and marks of the new editor. */
    @TestFactory
    Stream<DynamicTest> adf() {
        return cases("adf").stream()
                .map(each -> dynamicTest(each.title(), () -> {
                    Markup body = Markup.adf("{\"type\":\"doc\",\"version\":1,\"content\":[" + each.body() + "]}");
                    String storage = body.toStorage().output();

                    check(body, each);
                    assertThatCode(() -> StorageChecker.check(storage))
                            .as(storage)
                            .doesNotThrowAnyException();
                }));
    }

    private static Stream<DynamicTest> tests(String table) {
        return cases(table).stream()
                .map(each -> dynamicTest(each.title(), () -> {
                    Markup body = Markup.storage(each.body());

                    check(body, each);
                    assertThat(StorageForm.normal(body.toStorage().output()))
                            .as("normal form of what is written back")
                            .isEqualTo(StorageForm.normal(each.body()));
                }));
    }

    private static void check(Markup body, Case each) {
        Conversion<String> markdown = body.toMarkdown();

        assertThat(markdown.output()).as("Markdown").isEqualTo(each.markdown());
        assertThat(body.toText().output()).as("text").isEqualTo(each.text());
        boolean placed = each.report().contains(" @ ");
        assertThat(markdown.report().findings().stream()
                        .map(finding -> finding.kind() + " " + finding.subject()
                                + (placed ? " @ " + finding.place() : "") + "\n")
                        .collect(Collectors.joining()))
                .as("report")
                .isEqualTo(each.report());
    }

    private static List<Case> cases(String table) {
        List<Case> cases = new ArrayList<>();
        for (String part : read(table).split("(?m)^=== ", -1)) {
            if (!part.isBlank()) {
                int title = part.indexOf('\n');
                int markdown = part.indexOf("\n--- markdown\n");
                int text = part.indexOf("--- text\n", markdown);
                int report = part.indexOf("--- report\n", text);
                cases.add(new Case(
                        part.substring(0, title),
                        part.substring(title + 1, markdown),
                        part.substring(markdown + "\n--- markdown\n".length(), text),
                        part.substring(text + "--- text\n".length(), report < 0 ? part.length() : report),
                        report < 0 ? "" : part.substring(report + "--- report\n".length())));
            }
        }
        assertThat(cases).isNotEmpty();
        return cases;
    }

    private static String read(String table) {
        try (InputStream in = ConversionsTest.class.getResourceAsStream("conversions/" + table + ".txt")) {
            assertThat(in).as(table).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
