package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.kill.TargetUnderKill;
import dev.confluencekit.sync.target.MirrorTarget;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL under kills of its clients. */
public final class PostgresUnderKill implements TargetUnderKill {
    /** For the process that is killed. */
    public PostgresUnderKill() {}

    @Override
    public String place(Path directory, int number) throws Exception {
        return PostgresServer.need().newSchema();
    }

    @Override
    public MirrorTarget target(String place) {
        return PatientTarget.on(PostgresServer.source(place));
    }

    @Override
    public List<MirrorItem> stored(String place) throws Exception {
        return new Stored(PostgresServer.source(place)).all();
    }
}
