package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.contract.MirrorTargetContract;
import java.util.Optional;
import javax.sql.DataSource;

/** What every target keeps to, on some database. */
abstract class JdbcContract extends MirrorTargetContract {
    private DataSource source = Sources.none();

    /** An empty database. */
    abstract DataSource database() throws Exception;

    @Override
    protected MirrorTarget newTarget() throws Exception {
        source = database();
        return JdbcTarget.on(source);
    }

    @Override
    protected MirrorTarget sameTarget(MirrorTarget target) {
        return JdbcTarget.on(source);
    }

    @Override
    protected Optional<String> bodyOf(ItemKey key) throws Exception {
        return new Stored(source).text("body", key);
    }

    @Override
    protected Optional<ItemDetails> detailsOf(ItemKey key) throws Exception {
        return new Stored(source).details(key);
    }

    @Override
    protected Optional<byte[]> fileOf(ItemKey key) throws Exception {
        return new Stored(source).file(key);
    }
}
