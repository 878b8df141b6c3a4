package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.error.BodyTooLargeException;
import dev.confluencekit.markup.internal.trail.Trail;

/**
 * The normal form of bodies in storage format. Confluence rewrites a body whenever it is saved: it changes ids, quotes, entities, the
 * order of attributes, white space between elements. Two bodies with the same normal form say the same. Safe for many threads.
 */
public final class StorageForm {
    private StorageForm() {}

    /**
     * The normal form: well-formed, without what Confluence changes at will. To be compared, not to be published.
     *
     * @param body in storage format
     * @return its normal form
     * @throws BodyTooLargeException if the body has more than {@link StorageReader#DEFAULT_MAX_CHARACTERS} characters
     */
    public static String normal(String body) {
        if (body.length() > StorageReader.DEFAULT_MAX_CHARACTERS) {
            throw new BodyTooLargeException(body.length(), StorageReader.DEFAULT_MAX_CHARACTERS);
        }
        NormalForm form = new NormalForm();
        form.children(StorageDom.parse(body, new Trail()));
        return form.toString();
    }

    /**
     * Whether two bodies say the same.
     *
     * @param body in storage format
     * @param other in storage format
     * @return whether their normal forms are equal
     * @throws BodyTooLargeException as {@link #normal} does
     */
    public static boolean same(String body, String other) {
        return body.equals(other) || normal(body).equals(normal(other));
    }
}
