package dev.confluencekit.integration.descriptor;

import dev.confluencekit.integration.message.Messages;
import java.util.List;
import java.util.Optional;

/**
 * The form with which a person adds an integration, as data, so that a host draws its own screen: what the fields are,
 * which one is secret, and what the registry takes in each.
 *
 * <p>Send what was typed to {@code NewIntegration.fromForm} or {@code KeyUpdate.fromForm}, as a map from
 * {@link Field#id()} to text; what is wrong comes back as {@code FieldProblem}s with the same ids.
 *
 * @param id the kind of integration, {@code confluence}
 * @param title its name, for people
 * @param tabs the parts of the form, in order
 */
public record IntegrationDescriptor(String id, String title, List<Tab> tabs) {
    /** The id of the field for the integration's name. */
    public static final String NAME = "name";

    /** The id of the field for what the integration is for. */
    public static final String CAPABILITY = "capability";

    /** The id of the field for the account. */
    public static final String USERNAME = "username";

    /** The id of the field for the API key. */
    public static final String API_KEY = "apiKey";

    /** The id of the field for the address of the site. */
    public static final String DOMAIN = "domain";

    /** The id of the field for the day on which the key expires. */
    public static final String KEY_EXPIRES = "keyExpires";

    /** Copies the list. */
    public IntegrationDescriptor {
        tabs = List.copyOf(tabs);
    }

    /**
     * The form in the library's own words.
     *
     * @return tabs <em>Basic</em> and <em>Authentication</em>
     */
    public static IntegrationDescriptor standard() {
        return of(Messages.standard());
    }

    /**
     * The form in a host's words.
     *
     * @param messages where to take labels and help from, under keys that begin with {@code form.}
     * @return the same form
     */
    public static IntegrationDescriptor of(Messages messages) {
        return new StandardForm(messages).descriptor();
    }

    /**
     * All fields, in the order of the tabs.
     *
     * @return the fields
     */
    public List<Field> fields() {
        return tabs.stream().flatMap(tab -> tab.fields().stream()).toList();
    }

    /**
     * A field by its id.
     *
     * @param fieldId for example {@link #API_KEY}
     * @return the field, or empty if there is none
     */
    public Optional<Field> field(String fieldId) {
        return fields().stream().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    /**
     * The form as JSON Schema (draft 2020-12) of an object whose members are texts by field id. Members stand in the order
     * of the form; the member {@code x-tabs}, an annotation, says which fields make which tab. The API key is
     * {@code writeOnly} with {@code format: password}.
     *
     * <p>An optional field that was left empty is left out. Then the schema accepts what the registry accepts and nothing
     * else, but for what only the registry can know or forgive: whether a day lies ahead and is no more than a year away,
     * whether a name outside ASCII makes a host name, servers on this machine if its builder allows them, and white space
     * around a day or around a name of full length. The validator has to assert {@code format: date}; otherwise it
     * accepts days that no calendar has.
     *
     * @return the JSON text
     */
    public String toJsonSchema() {
        return new JsonSchema(this).text();
    }
}
