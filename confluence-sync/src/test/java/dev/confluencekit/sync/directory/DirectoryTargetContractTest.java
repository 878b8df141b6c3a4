package dev.confluencekit.sync.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.contract.MirrorTargetContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTargetContractTest extends MirrorTargetContract {
    @TempDir
    private Path directory;

    private Path root() {
        return directory.resolve("mirror");
    }

    @Override
    protected MirrorTarget newTarget() {
        return DirectoryTarget.at(root());
    }

    @Override
    protected MirrorTarget sameTarget(MirrorTarget target) {
        return DirectoryTarget.at(root().resolve("..").resolve("mirror"));
    }

    private Optional<Path> meta(ItemKey key) throws IOException {
        return DirectoryReader.meta(root(), key.kind().word(), key.id());
    }

    @Override
    protected Optional<String> bodyOf(ItemKey key) throws IOException {
        Optional<Path> meta = meta(key);
        return meta.isEmpty()
                ? Optional.empty()
                : DirectoryReader.content(meta.get(), "body").map(bytes -> new String(bytes, UTF_8));
    }

    @Override
    protected Optional<ItemDetails> detailsOf(ItemKey key) throws IOException {
        Optional<Path> meta = meta(key);
        return meta.isEmpty()
                ? Optional.empty()
                : Optional.of(ItemJson.details(
                        DirectoryReader.JSON.readTree(meta.get().toFile()).get("details")));
    }

    @Override
    protected Optional<byte[]> fileOf(ItemKey key) throws IOException {
        Optional<Path> meta = meta(key);
        return meta.isEmpty() ? Optional.empty() : DirectoryReader.content(meta.get(), "content");
    }
}
