package dev.confluencekit.markup.site;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.sync.directory.DirectoryLayout;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.scope.MirrorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links lead from file to file of a directory mirror, and to the site where that does not mirror what they lead to. */
final class FileAddressing implements Addressing {
    private final ItemKey from;
    private final SiteBody body;
    private final MirrorScope scope;
    private final Answers answers;
    private final Addressing web;

    FileAddressing(ItemKey from, SiteBody body, MirrorScope scope, Answers answers, Addressing web) {
        this.from = from;
        this.body = body;
        this.scope = scope;
        this.answers = answers;
        this.web = web;
    }

    @Override
    public @Nullable String of(Found found, @Nullable String anchor) {
        Optional<String> file = file(found);
        if (file.isEmpty()) {
            return web.of(found, anchor);
        }
        String own = DirectoryLayout.body(from, body.space().value(), MarkdownRenderer.EXTENSION);
        String address = relative(own, file.get());
        return anchor == null || anchor.isBlank() ? address : address + "#" + heading(anchor);
    }

    private Optional<String> file(Found found) {
        boolean away = found.archived() && !scope.has(MirrorScope.Part.ARCHIVED);
        if (away || found.space() == null || !isMirrored(found.space())) {
            return Optional.empty();
        }
        String space = found.space().value();
        String id = found.what().id();
        return switch (found.what().kind()) {
            case PAGE ->
                Optional.of(DirectoryLayout.body(new ItemKey(ItemKind.PAGE, id), space, MarkdownRenderer.EXTENSION));
            case BLOG_POST ->
                scope.has(MirrorScope.Part.BLOG_POSTS)
                        ? Optional.of(DirectoryLayout.body(
                                new ItemKey(ItemKind.BLOG_POST, id), space, MarkdownRenderer.EXTENSION))
                        : Optional.empty();
            case ATTACHMENT ->
                scope.has(MirrorScope.Part.ATTACHMENTS)
                        ? Optional.of(DirectoryLayout.file(
                                new ItemKey(ItemKind.ATTACHMENT, id),
                                space,
                                found.title() == null ? "" : found.title()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** As far as the spaces tell; a rule of the scope's own may leave out more. */
    private boolean isMirrored(SpaceId space) {
        Set<String> mirrored = scope.spaceKeys().<Set<String>>map(Set::copyOf).orElse(Set.of());
        return mirrored.isEmpty()
                || body.space().equals(space)
                || answers.keyOf(space).filter(mirrored::contains).isPresent();
    }

    static String relative(String from, String to) {
        List<String> here = List.of(from.split("/", -1));
        List<String> there = List.of(to.split("/", -1));
        int common = 0;
        int folders = Math.min(here.size(), there.size()) - 1;
        while (common < folders && here.get(common).equals(there.get(common))) {
            common++;
        }
        List<String> path = new ArrayList<>();
        for (int i = common; i < here.size() - 1; i++) {
            path.add("..");
        }
        path.addAll(there.subList(common, there.size()));
        return String.join("/", path);
    }

    /** What viewers of Markdown call a heading: small letters, dashes for spaces, no other marks. */
    static String heading(String anchor) {
        return anchor.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                .replace(' ', '-');
    }
}
