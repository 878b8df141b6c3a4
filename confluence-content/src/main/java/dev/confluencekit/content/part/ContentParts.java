package dev.confluencekit.content.part;

import dev.confluencekit.content.classification.ClassificationClient;
import dev.confluencekit.content.label.LabelsClient;
import dev.confluencekit.content.like.LikesClient;
import dev.confluencekit.content.operation.OperationsClient;
import dev.confluencekit.content.property.PropertiesClient;
import dev.confluencekit.content.version.VersionsClient;

/**
 * The clients for what pages, blog posts and the like have in common. Each is the same client, given its owner; making one
 * costs no request.
 *
 * @param <I> the id of the noun
 */
public interface ContentParts<I> {
    /**
     * The labels of one piece of content.
     *
     * @param id its id
     * @return a client
     */
    LabelsClient labels(I id);

    /**
     * The properties of one piece of content.
     *
     * @param id its id
     * @return a client
     */
    PropertiesClient properties(I id);

    /**
     * The versions of one piece of content.
     *
     * @param id its id
     * @return a client
     */
    VersionsClient versions(I id);

    /**
     * The likes of one piece of content.
     *
     * @param id its id
     * @return a client
     */
    LikesClient likes(I id);

    /**
     * What this account may do with one piece of content.
     *
     * @param id its id
     * @return a client
     */
    OperationsClient operations(I id);

    /**
     * The classification level of one piece of content.
     *
     * @param id its id
     * @return a client
     */
    ClassificationClient classification(I id);
}
