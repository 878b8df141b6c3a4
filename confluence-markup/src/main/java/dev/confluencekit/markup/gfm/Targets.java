package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.internal.plain.Addresses;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.FindingKind;
import dev.confluencekit.markup.tree.AttachmentTarget;
import dev.confluencekit.markup.tree.Attributes;
import dev.confluencekit.markup.tree.Image;
import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Link;
import dev.confluencekit.markup.tree.LinkLook;
import dev.confluencekit.markup.tree.Target;
import dev.confluencekit.markup.tree.Text;
import dev.confluencekit.markup.tree.ThisPage;
import dev.confluencekit.markup.tree.WebTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what addresses lead to. */
final class Targets {
    private static final String FORBIDDEN_IN_FILE_NAMES = "\\/\":?*|<>";

    /** How many characters addresses may have together, for each one that was written; an address written once may be used often. */
    private static final int REPEATED = 10;

    private static final int REPEATED_FREE = 1_000_000;

    private final @Nullable AddressResolver resolver;
    private final Trail trail;

    /** Addresses of files by the names that they are attached by. */
    private final Map<String, String> files = new HashMap<>();

    private long room;

    Targets(@Nullable AddressResolver resolver, int written, Trail trail) {
        this.resolver = resolver;
        this.room = REPEATED_FREE + (long) REPEATED * written;
        this.trail = trail;
    }

    private boolean isRoomFor(String address, @Nullable String title) {
        room -= address.length() + (title == null ? 0 : title.length());
        if (room < 0) {
            trail.found(
                    FindingKind.LIMITED,
                    "references",
                    "Addresses that were written once are used so often that they would be many times as long as all that "
                            + "was written; the words of some links and images were kept without them.");
        }
        return room >= 0;
    }

    /** A link, or its content alone if the address may not be used. */
    List<Inline> link(String address, @Nullable String title, List<Inline> words) {
        if (!isRoomFor(address, title)) {
            return words;
        }
        Attributes attributes = title == null || title.isEmpty() ? Attributes.NONE : Attributes.of("title", title);
        Optional<Target> known = resolver == null ? Optional.empty() : resolver.resolve(address);
        int hash = address.indexOf('#');
        if (known.isPresent()) {
            String anchor =
                    hash < 0 || known.get() instanceof WebTarget ? null : Anchors.decoded(address.substring(hash + 1));
            return List.of(new Link(known.get(), anchor, words, LinkLook.TEXT, attributes));
        }
        // Nobody can click on nothing.
        List<Inline> content = words.isEmpty() ? List.of(new Text(address)) : words;
        if (hash == 0 && address.length() > 1) {
            String anchor = Anchors.decoded(address.substring(1));
            return List.of(new Link(new ThisPage(), anchor, content, LinkLook.TEXT, attributes));
        }
        if (!Addresses.isAllowed(address)) {
            trail.found(
                    FindingKind.SIMPLIFIED,
                    address,
                    "The link to " + address + " is of a kind that may run code; its text was kept.");
            return content;
        }
        if (isRelative(address) && !address.startsWith("/")) {
            trail.found(
                    FindingKind.UNRESOLVED_REFERENCE,
                    address,
                    "The link to " + address
                            + " leads to a file beside the Markdown, and no resolver said which page or "
                            + "attachment that is; its text was kept.");
            return content;
        }
        return List.of(new Link(new WebTarget(address), null, content, LinkLook.TEXT, attributes));
    }

    private static boolean isRelative(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return false;
            }
            if (c == '/' || c == '?' || c == '#') {
                break;
            }
        }
        return !address.startsWith("//");
    }

    /** An image: of the web, or of a file that is to be attached. Its words alone if the address may not be used. */
    Inline image(String address, String alternative, @Nullable String title) {
        if (!isRoomFor(address, title)) {
            return new Text(alternative);
        }
        Target source;
        if (!address.isEmpty() && isRelative(address)) {
            source = new AttachmentTarget(fileName(address), null);
        } else if (!address.isEmpty() && Addresses.isAllowed(address)) {
            source = new WebTarget(address);
        } else {
            String shown = address.length() > 80 ? address.substring(0, 80) + "…" : address;
            trail.found(
                    FindingKind.SIMPLIFIED,
                    shown,
                    "The image " + shown + " has no address that may be used; its words were kept.");
            return new Text(alternative);
        }
        return new Image(
                source,
                alternative.isEmpty() ? null : alternative,
                title == null || title.isEmpty() ? null : title,
                List.of(),
                Attributes.NONE);
    }

    private String fileName(String address) {
        int end = address.length();
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                end = i;
                break;
            }
        }
        String path = address.substring(0, end);
        String name = Anchors.decoded(path.substring(path.lastIndexOf('/') + 1));
        StringBuilder allowed = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            allowed.append(FORBIDDEN_IN_FILE_NAMES.indexOf(c) >= 0 || Character.isISOControl(c) ? '_' : c);
        }
        if (!allowed.toString().equals(name) || name.isEmpty()) {
            trail.found(
                    FindingKind.REPAIRED,
                    address,
                    "The image " + address + " names a file as no attachment can be named; " + allowed
                            + " stands for it.");
        }
        String file = name.isEmpty() ? "_" : allowed.toString();
        String other = files.putIfAbsent(file, path);
        if (other != null && !other.equals(path)) {
            trail.found(
                    FindingKind.SIMPLIFIED,
                    address,
                    "The images " + other + " and " + path + " are two files, but both would be the attachment " + file
                            + ".");
        }
        return file;
    }
}
