package dev.confluencekit.content.body;

/**
 * A format in which the body of a single page can be read. Listings give only the two stored ones, {@link BodyFormat};
 * the rendered ones, {@link RenderedBodyFormat}, are made by the service for one page at a time.
 */
public sealed interface PageBodyFormat permits BodyFormat, RenderedBodyFormat {
    /**
     * The service's name of the format.
     *
     * @return the value of the parameter {@code body-format} and the member of the body
     */
    String representation();
}
