package dev.confluencekit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confluencekit.examples.hostconsole.HostConsole;
import dev.confluencekit.examples.hostconsole.SimulatedSite;
import dev.confluencekit.integration.descriptor.IntegrationDescriptor;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** What an admin does with integrations, in a real browser, against the console over its simulator. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostConsoleInBrowserTest {
    private static Browser browser;

    private HostConsole console;
    private SimulatedSite site;

    @BeforeAll
    static void startBrowser() {
        List<String> missing = Browser.missing();
        if (!missing.isEmpty()) {
            System.out.println("SKIPPED: HostConsoleInBrowserTest, for want of " + String.join(" and ", missing)
                    + " (Debian: apt-get install chromium chromium-driver)");
        }
        assumeTrue(missing.isEmpty(), () -> "not on the PATH: " + missing);
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        console = HostConsole.start(Map.of());
        site = Objects.requireNonNull(console.simulator());
        browser.resize(1280, 900);
        browser.prefer("light");
        browser.open(console.address());
        browser.seeText("#empty", "No integrations yet");
    }

    @AfterEach
    void close() {
        // Of the page itself nothing was refused, and nothing failed; answers such as 422 are part of the flow.
        assertThat(browser.complaints()).allMatch(text -> text.contains("status of 4"));
        console.close();
    }

    @Test
    void an_integration_is_added_tested_given_a_new_key_tested_again_and_deleted() {
        add("Engineering wiki", SimulatedSite.OTHER_USERNAME, site.key(2), "");

        browser.button("main", "Add Integration").click();
        browser.see("#search").sendKeys("confl");
        browser.button("#kinds", "Confluence").click();
        browser.see("#name").sendKeys("Support KB");
        Select capability = new Select(browser.see("#capability"));
        assertThat(capability.getOptions()).hasSize(1);
        assertThat(capability.getFirstSelectedOption().getText()).isEqualTo("Content Management");
        browser.button("#tabs", "Authentication").click();
        browser.see("#username").sendKeys(SimulatedSite.USERNAME);
        browser.see("#apiKey").sendKeys(site.key(0));
        browser.see("#domain").sendKeys(site.domain());
        assertNoKeyInThePage();
        browser.button("#form", "Connect").click();

        browser.seeText("#messages", "The integration \"Support KB\" was added.");
        assertThat(browser.texts(".card h2")).containsExactly("Support KB", "Engineering wiki");
        assertThat(browser.texts(".card:first-child .badge")).contains("Key expiry unknown");

        browser.button(".card:first-child", "Test Connection").click();
        browser.seeText("#messages", "Connected to");
        browser.seeText(".card:first-child .report", "Spaces can be read");

        browser.button("#simulator-keys li:first-child", "Revoke").click();
        browser.seeText("#simulator-keys li:first-child", "revoked");
        browser.button(".card:first-child", "Test Connection").click();
        browser.seeText("#messages", "no longer accepts the API key");
        browser.seeText("#messages", "Create a new API token at id.atlassian.com and update the API key.");
        browser.seeText(".card:first-child .badges", "Refused");
        browser.screenshot("key-revoked");

        browser.button(".card:first-child", "Edit").click();
        browser.button("#tabs", "Authentication").click();
        assertThat(browser.see("#apiKey").getDomProperty("value")).isEmpty();
        assertThat(browser.see("#username").getDomProperty("value")).isEqualTo(SimulatedSite.USERNAME);
        browser.see("#apiKey").sendKeys(site.key(1));
        browser.screenshot("edit");
        browser.button("#form", "Update").click();
        browser.seeText("#messages", "The API key of \"Support KB\" was updated.");

        browser.button(".card:first-child", "Test Connection").click();
        browser.seeText("#messages", "Connected to");
        assertNoKeyInThePage();

        browser.button(".card:first-child", "Delete").click();
        browser.seeText("#delete-dialog", "Delete \u201cSupport KB\u201d?");
        browser.screenshot("delete");
        browser.button("#delete-dialog", "Cancel").click();
        assertThat(browser.texts(".card h2")).containsExactly("Support KB", "Engineering wiki");
        browser.button(".card:first-child", "Delete").click();
        browser.button("#delete-dialog", "Delete").click();
        browser.seeText("#messages", "The integration \"Support KB\" was deleted, and its API key with it.");
        assertThat(browser.texts(".card h2")).containsExactly("Engineering wiki");
    }

    @Test
    void a_key_that_expired_is_told_by_the_test_and_its_end_by_a_badge() {
        add("Support KB", SimulatedSite.USERNAME, site.key(0), day(12));
        browser.seeText(".card .badges", "Key expires in 12 days");
        browser.button("#simulator-keys li:first-child", "Let it expire").click();
        browser.seeText("#simulator-keys li:first-child", "expired");
        browser.button(".card", "Test Connection").click();
        browser.seeText("#messages", "it was revoked or has expired");
    }

    @Test
    void what_is_wrong_is_said_at_the_fields_and_what_was_typed_stays() {
        openForm();
        browser.see("#name").sendKeys("Support KB");
        browser.button("#tabs", "Authentication").click();
        browser.see("#username").sendKeys("kb-bot:northwind");
        browser.see("#domain").sendKeys("localhost");
        browser.button("#form", "Connect").click();
        browser.seeText("#username-problem", "must not hold a colon");
        browser.seeText("#apiKey-problem", "This is required.");
        browser.seeText("#domain-problem", "is the address of a machine");
        browser.screenshot("problems");
        assertThat(browser.focused().getDomProperty("id")).isEqualTo("username");
        assertThat(browser.see("#username").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser.see("#domain").getDomProperty("value")).isEqualTo("localhost");

        browser.button("#tabs", "Basic").click();
        browser.see("#name").clear();
        browser.button("#tabs", "Authentication").click();
        browser.button("#form", "Connect").click();
        browser.seeText("#name-problem", "This is required.");
        assertThat(browser.focused().getDomProperty("id")).isEqualTo("name");
    }

    @Test
    void a_refused_key_is_explained_in_the_form_and_nothing_is_added() {
        fill("Support KB", SimulatedSite.USERNAME, "not-the-key", "");
        browser.button("#form", "Connect").click();
        browser.seeText("#trouble", "refused the API key: it is wrong, expired or revoked.");
        browser.screenshot("refused");
        browser.button("#form", "Cancel").click();
        assertThat(browser.texts(".card")).isEmpty();
        openForm();
        browser.button("#tabs", "Authentication").click();
        assertThat(browser.see("#apiKey").getDomProperty("value")).isEmpty();
    }

    @Test
    void the_keyboard_alone_adds_an_integration() {
        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Add Integration");
        browser.press(Keys.ENTER);
        browser.see("#search");
        browser.press(Keys.ESCAPE);
        browser.until("for the dialog to close", () -> !browser.shows("dialog"));
        assertThat(browser.focused().getText()).isEqualTo("Add Integration");

        browser.press(Keys.ENTER);
        browser.see("#search");
        browser.press("conf", Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Confluence");
        browser.press(Keys.ENTER);
        browser.see("#name");
        browser.press("Support KB");
        browser.pressShiftTab();
        assertThat(browser.focused().getText()).isEqualTo("Basic");
        browser.press(Keys.ARROW_RIGHT);
        assertThat(browser.focused().getText()).isEqualTo("Authentication");
        assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        browser.press(Keys.TAB, SimulatedSite.USERNAME, Keys.TAB, site.key(0), Keys.TAB, site.domain(), Keys.ENTER);
        browser.seeText("#messages", "The integration \"Support KB\" was added.");
        assertThat(browser.focused().getText()).isEqualTo("Add Integration");
    }

    @Test
    void the_focus_stays_in_an_open_dialog() {
        openForm();
        for (int i = 0; i < 20; i++) {
            browser.press(Keys.TAB);
            // From the last element it goes to the browser's own buttons, and then the page's body counts as focused.
            assertThat(browser.script("return document.activeElement === document.body"
                            + " || document.getElementById('form-dialog').contains(document.activeElement)"))
                    .isEqualTo("true");
        }
    }

    @Test
    @Tag("proof")
    void a_phone_shows_everything_without_scrolling_sideways() {
        browser.resize(360, 740);
        assertNothingSticksOut();
        fill("A name that is rather long, as names in large organisations are", SimulatedSite.USERNAME, "wrong", "");
        assertNothingSticksOut();
        browser.button("#form", "Connect").click();
        browser.seeText("#trouble", "refused the API key");
        browser.screenshot("phone-refused");
        assertNothingSticksOut();
        browser.see("#apiKey").clear();
        browser.see("#apiKey").sendKeys(site.key(0));
        browser.button("#form", "Connect").click();
        browser.seeText("#messages", "was added.");
        browser.button(".card", "Test Connection").click();
        browser.seeText(".card .report", "Spaces can be read");
        browser.screenshot("phone-report");
        assertNothingSticksOut();
        browser.button(".card", "Delete").click();
        browser.see("#delete-title");
        browser.screenshot("phone-delete");
        assertNothingSticksOut();
    }

    @Test
    @Tag("proof")
    void the_page_is_drawn_in_light_and_dark() {
        shoot("empty");
        add("Engineering wiki", SimulatedSite.OTHER_USERNAME, site.key(2), day(12));
        browser.button(".card", "Test Connection").click();
        browser.seeText("#messages", "something deserves attention");
        shoot("report");
        browser.button("main", "Add Integration").click();
        browser.see("#search");
        shoot("search");
        browser.button("#kinds", "Confluence").click();
        browser.see("#name");
        shoot("basic");
        browser.button("#tabs", "Authentication").click();
        browser.see("#username");
        shoot("authentication");
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(18, 21, 27)");
    }

    private static void shoot(String name) {
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            browser.screenshot(name + "-" + scheme);
        }
    }

    @Test
    void the_token_leaves_the_address_bar_and_outlives_a_reload() {
        assertThat(browser.address()).doesNotContain("token");
        browser.script("location.reload()");
        browser.seeText("#empty", "No integrations yet");
        assertThat(browser.source()).doesNotContain(console.address().getFragment());
    }

    @Test
    void without_the_token_the_page_says_which_address_to_open() {
        browser.script("sessionStorage.clear()");
        browser.open(console.address().resolve("/"));
        browser.seeText("#messages", "Open the address that the console printed when it started.");
    }

    @Test
    void the_patterns_of_the_form_mean_the_same_to_the_browser() {
        Map<String, List<String>> samples = Map.of(
                "name", List.of("A", "", " ", "two\nlines", " x ", "turned \u202e", "\ud83d\ude00"),
                "username", List.of("a@b", "a:b", "", "\u00fc@acme.example", "\u2003", "a\u0085"),
                "apiKey", List.of("k", " k", "k ", "in side", "\u00a0k", "", "k\n"),
                "domain",
                        List.of(
                                "acme",
                                "acme.atlassian.net",
                                "https://acme.atlassian.net/wiki",
                                "wiki.acme.example:8443",
                                "",
                                "http://acme",
                                "www.atlassian.net",
                                "acme.atlassian.net:8443",
                                "127.0.0.1",
                                "localhost",
                                "b\u00fccher.example",
                                "a b",
                                "acme\\x",
                                "\u00a0acme ",
                                "atlassian.net.evil.example"),
                "keyExpires", List.of("2027-03-01", "2027-3-1", ""));
        samples.forEach((id, values) -> {
            String pattern = Objects.requireNonNull(
                    IntegrationDescriptor.standard().field(id).orElseThrow().pattern());
            List<String> expected = values.stream()
                    .map(value -> String.valueOf(value.matches(pattern)))
                    .toList();
            for (String flag : List.of("u", "v")) {
                String found = browser.script(
                        "const whole = new RegExp(`^(?:${arguments[0]})$`, arguments[1]);"
                                + "return arguments[2].map((value) => whole.test(value)).join()",
                        pattern,
                        flag,
                        values);
                assertThat(found).as("%s with flag %s", id, flag).isEqualTo(String.join(",", expected));
            }
        });
    }

    private void openForm() {
        browser.button("main", "Add Integration").click();
        browser.see("#search").sendKeys("conf");
        browser.button("#kinds", "Confluence").click();
        browser.see("#name");
    }

    private void fill(String name, String username, String key, String expires) {
        openForm();
        browser.see("#name").sendKeys(name);
        browser.button("#form", "Next").click();
        browser.see("#username").sendKeys(username);
        browser.see("#apiKey").sendKeys(key);
        browser.see("#domain").sendKeys(site.domain());
        browser.script("document.getElementById('keyExpires').value = arguments[0]", expires);
    }

    private void add(String name, String username, String key, String expires) {
        fill(name, username, key, expires);
        browser.button("#form", "Connect").click();
        browser.seeText("#messages", "The integration \"" + name + "\" was added.");
    }

    private static String day(int daysFromNow) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(daysFromNow).toString();
    }

    private void assertNoKeyInThePage() {
        assertThat(browser.source()).doesNotContain(site.key(0), site.key(1), site.key(2));
    }

    /** Neither on a phone of the usual width nor on the narrowest. */
    private static void assertNothingSticksOut() {
        for (int width : List.of(320, 360)) {
            browser.resize(width, 740);
            // Not innerWidth: a phone zooms out for what sticks out, and then that grows.
            String fits = browser.script(
                    "return document.documentElement.scrollWidth <= arguments[0]"
                            + " && [...document.querySelectorAll('dialog[open]')].every(d => d.scrollWidth <= d.clientWidth)",
                    width);
            assertThat(fits).as("width %s", width).isEqualTo("true");
        }
    }
}
