package dev.confluencekit.integration.message;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words for what the library has to say to people. All of them stand in one bundle,
 * {@code dev/confluencekit/integration/message/messages.properties}; a host replaces those it likes to say otherwise or in
 * another language with a bundle of its own. Immutable.
 *
 * <p>The message of a code has the keys {@code <code>.text} and {@code <code>.hint}, see {@link MessageCode#key()}. In a
 * text, {@code {name}} stands for an argument of that name; there is no other syntax.
 */
public final class Messages {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z]+)}");
    /** Control characters, ends of lines, and what turns the direction of the text behind it. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Messages STANDARD = new Messages(null);

    private final ResourceBundle standard =
            ResourceBundle.getBundle(Messages.class.getPackageName() + ".messages", Locale.ROOT);
    private final @Nullable ResourceBundle hosts;

    private Messages(@Nullable ResourceBundle hosts) {
        this.hosts = hosts;
    }

    /**
     * The library's own words, in English.
     *
     * @return the standard messages
     */
    public static Messages standard() {
        return STANDARD;
    }

    /**
     * A host's words.
     *
     * @param bundle a bundle; what it lacks is taken from the standard messages
     * @return the messages
     */
    public static Messages of(ResourceBundle bundle) {
        return new Messages(bundle);
    }

    /**
     * Puts a code into words.
     *
     * @param code the code
     * @param arguments values for the names in the text; never a secret
     * @return text and hint
     */
    public Message say(MessageCode code, Map<String, String> arguments) {
        return new Message(code, word(code.key() + ".text", arguments), word(code.key() + ".hint", arguments));
    }

    /**
     * Puts a code without arguments into words.
     *
     * @param code the code
     * @return text and hint
     */
    public Message say(MessageCode code) {
        return say(code, Map.of());
    }

    /**
     * A single text of the bundle, such as a label.
     *
     * @param key its key
     * @return the text
     * @throws java.util.MissingResourceException if there is none of that key
     */
    public String word(String key) {
        return hosts != null && hosts.containsKey(key) ? hosts.getString(key) : standard.getString(key);
    }

    /**
     * A single text of the bundle that has arguments.
     *
     * @param key its key
     * @param arguments values for the names in the text; never a secret
     * @return the text
     * @throws java.util.MissingResourceException if there is none of that key
     */
    public String word(String key, Map<String, String> arguments) {
        return fill(word(key), arguments);
    }

    private static String fill(String text, Map<String, String> arguments) {
        return ARGUMENT.matcher(text)
                .replaceAll(name ->
                        Matcher.quoteReplacement(inOneLine(arguments.getOrDefault(name.group(1), name.group()))));
    }

    /** A name that came from outside must not begin a line of a log. */
    private static String inOneLine(String argument) {
        return UNFIT.matcher(argument).replaceAll(" ");
    }
}
