package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.AttachmentEntry;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The labels of the site and of spaces, and what has them. A label is there while something that the caller may see has it;
 * those of spaces are team labels.
 */
final class SiteLabelRoutes {

    private static final String ALL = "/wiki/api/v2/labels";
    private static final Set<String> READ = Set.of("read:label:confluence");
    private static final Set<String> READ_PAGE = Set.of("read:page:confluence");
    private static final Set<String> READ_ATTACHMENT = Set.of("read:attachment:confluence");
    private static final Set<String> READ_SPACE = Set.of("read:space:confluence");

    private final Backstage backstage;
    private final Community community;
    private final Subjects subjects;
    private final Owners owners;
    private final PageJson pages;
    private final AttachmentJson files;

    SiteLabelRoutes(Backstage backstage, Community community, Subjects subjects, PageJson pages) {
        this.backstage = backstage;
        this.community = community;
        this.subjects = subjects;
        this.owners = new Owners(backstage);
        this.pages = pages;
        this.files = new AttachmentJson(backstage);
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Family.V2, READ, this::list),
                Route.get(ALL + "/([^/]+)/pages", Family.V2, READ_PAGE, call -> contentWith(call, ContentKind.PAGE)),
                Route.get(
                        ALL + "/([^/]+)/blogposts",
                        Family.V2,
                        READ_PAGE,
                        call -> contentWith(call, ContentKind.BLOG_POST)),
                Route.get(ALL + "/([^/]+)/attachments", Family.V2, READ_ATTACHMENT, this::attachmentsWith),
                Route.get("/wiki/api/v2/spaces/([^/]+)/labels", Family.V2, READ_SPACE, this::ofSpace),
                Route.get("/wiki/api/v2/spaces/([^/]+)/content/labels", Family.V2, READ_SPACE, this::inSpace));
    }

    private SimulatedResponse list(Call call) {
        List<Long> ids = call.parameters().ids("label-id", 250, "LabelId");
        List<String> prefixes = call.parameters().someOf("prefix", LabelText.PREFIXES);
        return answer(
                call,
                all(call),
                label -> (ids.isEmpty() || ids.contains(LabelText.id(label)))
                        && (prefixes.isEmpty() || prefixes.contains(LabelText.prefix(label))));
    }

    /** Every label that the caller can come upon. */
    List<String> all(Call call) {
        Set<String> found = new LinkedHashSet<>();
        for (SpaceEntry space : backstage.store().spaces()) {
            if (call.maySee(space)) {
                space.labels().forEach(label -> found.add(LabelText.of("team", label)));
            }
        }
        contents().stream()
                .filter(page -> !page.labels().isEmpty() && isListed(call, page))
                .forEach(page -> found.addAll(page.labels()));
        community.attachments().listed().stream()
                .filter(file -> isListed(call, file))
                .forEach(file -> found.addAll(community.labels().of(file.id())));
        return List.copyOf(found);
    }

    private List<PageEntry> contents() {
        return backstage.store().pages(null, Ordering.ofPages().get(0));
    }

    private boolean isListed(Call call, PageEntry page) {
        return (page.status() == PageStatus.CURRENT || page.status() == PageStatus.ARCHIVED)
                && call.maySee(page, backstage.store());
    }

    private boolean isListed(Call call, AttachmentEntry file) {
        return !file.trashed() && subjects.visible(call, file.ownerId()).isPresent();
    }

    private String label(Call call) {
        long id = call.parameters().id("id", call.argument(), "LabelId");
        return all(call).stream()
                .filter(label -> LabelText.id(label) == id)
                .findFirst()
                .orElseThrow(() -> subjects.notThere(Family.V2));
    }

    private SimulatedResponse contentWith(Call call, ContentKind kind) {
        Parameters parameters = call.parameters();
        List<Long> spaces = parameters.ids("space-id", 100, "SpaceId");
        Optional<String> format = parameters.oneOf("body-format", BodyFormats.OF_LISTS);
        // The orders by title come last; blog posts do not have them here.
        List<Ordering<PageEntry>> orders = Ordering.ofPages();
        Ordering<PageEntry> order =
                parameters.order(kind == ContentKind.PAGE ? orders : orders.subList(0, orders.size() - 2));
        String label = label(call);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        parameters,
                        order,
                        backstage.store().pages(null, order),
                        page -> page.kind() == kind
                                && page.labels().contains(label)
                                && (spaces.isEmpty() || spaces.contains(page.spaceId()))
                                && isListed(call, page),
                        page -> pages.bulk(page, format));
    }

    private SimulatedResponse attachmentsWith(Call call) {
        Ordering<AttachmentEntry> order = call.parameters().order(Ordering.ofAttachments());
        String label = label(call);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(community.attachments().listed()),
                        file -> community.labels().of(file.id()).contains(label) && isListed(call, file),
                        file -> files.v2(
                                file,
                                file.latest(),
                                subjects.visible(call, file.ownerId()).orElseThrow()));
    }

    private SimulatedResponse ofSpace(Call call) {
        SpaceEntry space = backstage.store().space(owners.space(call)).orElseThrow();
        List<String> labels = space.labels().stream()
                .map(label -> LabelText.of("team", label))
                .toList();
        return answer(call, labels, ofPrefix(call));
    }

    private SimulatedResponse inSpace(Call call) {
        long space = owners.space(call);
        Set<String> found = new LinkedHashSet<>();
        contents().stream()
                .filter(page -> page.spaceId() == space && isListed(call, page))
                .forEach(page -> found.addAll(page.labels()));
        community.attachments().listed().stream()
                .filter(file -> isListed(call, file))
                .filter(file ->
                        subjects.visible(call, file.ownerId()).orElseThrow().spaceId() == space)
                .forEach(file -> found.addAll(community.labels().of(file.id())));
        return answer(call, List.copyOf(found), ofPrefix(call));
    }

    private static Predicate<String> ofPrefix(Call call) {
        Optional<String> prefix = call.parameters().oneOf("prefix", Set.of("my", "team"));
        return label -> prefix.map(LabelText.prefix(label)::equals).orElse(true);
    }

    private SimulatedResponse answer(Call call, List<String> labels, Predicate<String> filter) {
        Ordering<String> order = LabelText.order(call, labels);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        order.sorted(labels),
                        filter,
                        backstage.includes()::label);
    }
}
