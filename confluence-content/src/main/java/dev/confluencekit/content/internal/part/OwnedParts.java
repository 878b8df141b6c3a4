package dev.confluencekit.content.internal.part;

import dev.confluencekit.content.classification.ClassificationClient;
import dev.confluencekit.content.label.LabelsClient;
import dev.confluencekit.content.like.LikesClient;
import dev.confluencekit.content.operation.OperationsClient;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.part.ContentParts;
import dev.confluencekit.content.property.PropertiesClient;
import dev.confluencekit.content.version.VersionsClient;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.function.Function;

/**
 * The parts of a noun over a connection, for clients to extend.
 *
 * @param <I> the id of the noun
 */
public abstract class OwnedParts<I> implements ContentParts<I> {
    private final ConfluenceConnection connection;
    private final Function<I, ContentOwner> owner;

    /**
     * Over a connection.
     *
     * @param connection the connection
     * @param owner what an id stands for
     */
    protected OwnedParts(ConfluenceConnection connection, Function<I, ContentOwner> owner) {
        this.connection = connection;
        this.owner = owner;
    }

    @Override
    public LabelsClient labels(I id) {
        return LabelsClient.over(connection, owner.apply(id));
    }

    @Override
    public PropertiesClient properties(I id) {
        return PropertiesClient.over(connection, owner.apply(id));
    }

    @Override
    public VersionsClient versions(I id) {
        return VersionsClient.over(connection, owner.apply(id));
    }

    @Override
    public LikesClient likes(I id) {
        return LikesClient.over(connection, owner.apply(id));
    }

    @Override
    public OperationsClient operations(I id) {
        return OperationsClient.over(connection, owner.apply(id));
    }

    @Override
    public ClassificationClient classification(I id) {
        return ClassificationClient.over(connection, owner.apply(id));
    }
}
