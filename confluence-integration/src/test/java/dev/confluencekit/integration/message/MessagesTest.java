package dev.confluencekit.integration.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has its words, in one bundle, and a host may say them otherwise. */
class MessagesTest {
    private static final ResourceBundle STANDARD =
            ResourceBundle.getBundle("dev.confluencekit.integration.message.messages", Locale.ROOT);

    /** The names that a message may hold, by what it is about; the table of verdicts shows that reports fill them all. */
    private static final Set<String> ARGUMENTS = Set.of(
            "site",
            "account",
            "warnings",
            "scope",
            "reason",
            "status",
            "end",
            "accepted",
            "name",
            "day",
            "days",
            "fields",
            "problem",
            "found",
            "expected");

    private static final ResourceBundle HOSTS = new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"key-refused.text", "Der Schlüssel für {site} wurde abgelehnt {unknown}."}};
        }
    };

    @ParameterizedTest
    @EnumSource
    void code_ofEachKind_hasTextAndHint(MessageCode code) {
        assertThat(STANDARD.keySet()).contains(code.key() + ".text", code.key() + ".hint");
        assertThat(STANDARD.getString(code.key() + ".text")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void code_ofEachKind_usesKnownArgumentsOnly(MessageCode code) {
        assertThat(argumentsOf(STANDARD.getString(code.key() + ".text") + STANDARD.getString(code.key() + ".hint")))
                .isSubsetOf(ARGUMENTS);
    }

    private static Set<String> argumentsOf(String text) {
        Set<String> found = new TreeSet<>();
        Matcher argument = Pattern.compile("\\{([^}]*)}").matcher(text);
        while (argument.find()) {
            found.add(argument.group(1));
        }
        return found;
    }

    @Test
    void bundle_codesInIt_areAllKnown() {
        Set<String> known = new TreeSet<>();
        for (MessageCode code : MessageCode.values()) {
            known.add(code.key() + ".text");
            known.add(code.key() + ".hint");
        }
        assertThat(STANDARD.keySet())
                .filteredOn(key -> key.endsWith(".text") || key.endsWith(".hint"))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void say_withArguments_putsThemIntoTextAndHint() {
        Message said = Messages.standard().say(MessageCode.SCOPE_MISSING, Map.of("scope", "read:$1:confluence"));
        assertThat(said.text()).isEqualTo("The API key is good but lacks the scope read:$1:confluence.");
        assertThat(said.hint()).contains("the scope read:$1:confluence and");
        assertThat(said.code()).isEqualTo(MessageCode.SCOPE_MISSING);
    }

    @Test
    void say_argumentWithLinesAndControls_staysInOneLine() {
        Message said = Messages.standard()
                .say(
                        MessageCode.CONNECTED,
                        Map.of("site", "acme.atlassian.net", "account", "a\r\nb\u2028c\u202Ed\u0000"));
        assertThat(said.text()).isEqualTo("Connected to acme.atlassian.net as a  b c d .");
    }

    @Test
    void say_argumentThatLooksLikeAnArgument_isNotFilledAgain() {
        Message said = Messages.standard()
                .say(MessageCode.CONNECTED, Map.of("site", "acme.atlassian.net", "account", "{site}"));
        assertThat(said.text()).isEqualTo("Connected to acme.atlassian.net as {site}.");
    }

    @Test
    void say_hostsBundleHasTheText_takesItAndTheRestFromTheStandard() {
        Message said = Messages.of(HOSTS).say(MessageCode.KEY_REFUSED, Map.of("site", "acme.atlassian.net"));
        assertThat(said.text()).isEqualTo("Der Schlüssel für acme.atlassian.net wurde abgelehnt {unknown}.");
        assertThat(said.hint()).isEqualTo(STANDARD.getString("key-refused.hint"));
    }

    @Test
    void say_hostsBundleLacksTheCode_takesTheStandard() {
        assertThat(Messages.of(HOSTS).say(MessageCode.CAPTCHA))
                .isEqualTo(Messages.standard().say(MessageCode.CAPTCHA));
    }

    @Test
    void word_thatNobodyHas_isAnError() {
        assertThatThrownBy(() -> Messages.of(HOSTS).word("no.such.word")).isInstanceOf(MissingResourceException.class);
    }
}
