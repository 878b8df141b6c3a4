package dev.confluencekit.sync.directory;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of files and directories, made of ids alone. They differ on file systems that know no case, and mean nothing to
 * Windows or a shell.
 */
final class Names {
    static final String SPACES = "spaces";
    static final String META = "meta.json";

    private static final String SPACE = "space";
    private static final int LONGEST_ENDING = 32;
    private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");
    private static final Pattern SAFE_ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,8})$");
    private static final Pattern OURS = Pattern.compile("(\\.?)([a-z0-9_-]+)(?:\\.([A-Za-z0-9.]*[A-Za-z0-9]))?");
    private static final String STAGED = "new";
    private static final Map<ItemKind, String> SHELVES = Map.of(
            ItemKind.PAGE, "pages",
            ItemKind.BLOG_POST, "blogposts",
            ItemKind.FOOTER_COMMENT, "footer-comments",
            ItemKind.INLINE_COMMENT, "inline-comments",
            ItemKind.ATTACHMENT, "attachments");

    private Names() {}

    /** Where the files of an item lie, below the root. */
    static List<String> folder(ItemState state) throws IOException {
        return folder(state.key(), state.spaceId());
    }

    static List<String> folder(ItemKey key, String spaceId) throws IOException {
        ItemKind kind = key.kind();
        if (kind == ItemKind.SPACE) {
            return List.of(SPACES, base(key.id()));
        }
        return List.of(SPACES, base(checked(key, spaceId)), SHELVES.getOrDefault(kind, kind.word()));
    }

    private static String checked(ItemKey key, String spaceId) throws IOException {
        try {
            return ContentId.of(spaceId).value();
        } catch (InvalidArgumentException e) {
            throw new IOException(key + " is in a space whose id cannot be one", e);
        }
    }

    /** The name of a file of an item. */
    static String file(ItemKey key, String ending) {
        String base = key.kind() == ItemKind.SPACE ? SPACE : base(key.id());
        return ending.isEmpty() ? base : base + "." + ending;
    }

    /** The name under which a file waits for its batch. */
    static String staged(String name) {
        return "." + name + "." + STAGED;
    }

    /** An id as part of a name. */
    static String base(String id) {
        StringBuilder base = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char letter = id.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                base.append('_').append((char) (letter + ('a' - 'A')));
            } else if (letter == '-' && i == 0) {
                base.append("_-");
            } else {
                base.append(letter);
            }
        }
        return RESERVED.matcher(base).matches() ? base.append('_').toString() : base.toString();
    }

    private static Optional<String> id(String base) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < base.length(); i++) {
            char letter = base.charAt(i);
            if (letter != '_') {
                id.append(letter);
            } else if (i + 1 < base.length()) {
                i++;
                char next = base.charAt(i);
                id.append(next >= 'a' && next <= 'z' ? (char) (next - ('a' - 'A')) : next);
            }
        }
        String found = id.toString();
        boolean isId = !found.isEmpty() && found.length() <= 64 && found.indexOf('_') < 0;
        return isId && base(found).equals(base) ? Optional.of(found) : Optional.empty();
    }

    /** The ending of a body's file. */
    static String bodyEnding(String wanted) throws IOException {
        if (wanted.length() > LONGEST_ENDING) {
            throw new IOException("an ending of a file of more than " + LONGEST_ENDING + " characters");
        }
        String ending = wanted.toLowerCase(Locale.ROOT);
        return ending.equals(META) ? "body." + ending : ending;
    }

    /** The ending of an attachment: that of its title where it can do no harm, or none. */
    static String fileEnding(String title, @Nullable String bodyEnding) {
        Matcher ending = SAFE_ENDING.matcher(title);
        String wanted = ending.find() ? ending.group(1).toLowerCase(Locale.ROOT) : "";
        return wanted.equals(bodyEnding) ? "" : wanted;
    }

    /** What the name of a file in a folder says, if it could be one of ours. */
    static Optional<Found> read(List<String> folder, String name) {
        Matcher matcher = OURS.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String ending = matcher.group(3) == null ? "" : matcher.group(3);
        boolean staged = !matcher.group(1).isEmpty();
        if (staged) {
            if (!ending.equals(STAGED) && !ending.endsWith("." + STAGED)) {
                return Optional.empty();
            }
            ending = ending.equals(STAGED) ? "" : ending.substring(0, ending.length() - STAGED.length() - 1);
        }
        String fileEnding = ending;
        return key(folder, matcher.group(2)).map(key -> new Found(key, fileEnding, staged));
    }

    private static Optional<ItemKey> key(List<String> folder, String base) {
        if (folder.size() == 2) {
            return base.equals(SPACE) ? id(folder.get(1)).map(id -> new ItemKey(ItemKind.SPACE, id)) : Optional.empty();
        }
        return SHELVES.entrySet().stream()
                .filter(shelf -> shelf.getValue().equals(folder.get(2)))
                .findFirst()
                .flatMap(shelf -> id(base).map(id -> new ItemKey(shelf.getKey(), id)));
    }

    /** What a name says. */
    record Found(ItemKey key, String ending, boolean staged) {}
}
