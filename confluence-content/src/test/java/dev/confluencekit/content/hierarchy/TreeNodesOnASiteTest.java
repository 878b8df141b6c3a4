package dev.confluencekit.content.hierarchy;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ClassificationLevelId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.classification.ClassificationClient;
import dev.confluencekit.content.operation.Operation;
import dev.confluencekit.content.operation.OperationsClient;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.error.NotFoundException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Folders, whiteboards, databases and smart links on a simulated site. */
class TreeNodesOnASiteTest {
    private static final ContentId UNDER_GUIDE = ContentId.of(GUIDE.value());

    private final SimulatedSite site = new SimulatedSite();

    @AfterEach
    void close() {
        site.close();
    }

    private TreeNodesClient client(OwnerKind kind) {
        return switch (kind) {
            case FOLDER -> TreeNodesClient.folders(site.connection());
            case WHITEBOARD -> TreeNodesClient.whiteboards(site.connection());
            case DATABASE -> TreeNodesClient.databases(site.connection());
            default -> TreeNodesClient.smartLinks(site.connection());
        };
    }

    private TreeNode create(OwnerKind kind) {
        NewTreeNode wanted = NewTreeNode.in(DOCS).titled("2027").under(UNDER_GUIDE);
        return client(kind)
                .create(
                        kind == OwnerKind.SMART_LINK
                                ? wanted.leadingTo(URI.create("https://example.com/?a=1&b=2"))
                                : wanted);
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLDER", "WHITEBOARD", "DATABASE", "SMART_LINK"})
    void each_isCreatedRead_andDeleted(OwnerKind kind) {
        TreeNode made = create(kind);
        ContentOwner owner = ContentOwner.of(kind, made.id());

        assertThat(client(kind).get(made.id())).isEqualTo(made);
        assertThat(made.parentId()).isEqualTo(UNDER_GUIDE);
        assertThat(made.embedUrl()).isEqualTo(kind == OwnerKind.SMART_LINK ? "https://example.com/?a=1&b=2" : null);
        assertThat(made.createdAt()).isEqualTo(site.clock().instant());
        assertThat(made.extras()).isEmpty();
        assertThat(OperationsClient.over(site.connection(), owner).list())
                .extracting(Operation::operation)
                .contains("delete");
        client(kind).delete(made.id());
        assertThatThrownBy(() -> client(kind).delete(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsInAFolder_isBelowThePageThatHasTheFolder() {
        TreeNode folder = create(OwnerKind.FOLDER);
        TreeNode board = client(OwnerKind.WHITEBOARD)
                .create(NewTreeNode.in(DOCS).titled("Plan").under(folder.id()));

        HierarchyClient guide = HierarchyClient.over(site.connection(), ContentOwner.page(GUIDE));
        assertThat(guide.tree().stream()).extracting(Descendant::id).containsExactly(folder.id(), board.id());
        HierarchyClient ofBoard = HierarchyClient.over(site.connection(), ContentOwner.whiteboard(board.id()));
        assertThat(ofBoard.ancestors().stream())
                .extracting(Ancestor::id)
                .containsExactly(folder.id(), UNDER_GUIDE, ContentId.of(SimulatedSite.HOME.value()));
        assertThat(HierarchyClient.over(site.connection(), ContentOwner.folder(folder.id())).children().stream())
                .extracting(Child::title)
                .containsExactly("Plan");
    }

    @ParameterizedTest
    @EnumSource(names = {"WHITEBOARD", "DATABASE"})
    void whiteboardOrDatabase_isClassified(OwnerKind kind) {
        ClassificationLevelId level =
                ClassificationLevelId.of(site.simulator().community().addClassificationLevel("Secret"));
        ContentOwner owner = ContentOwner.of(kind, create(kind).id());
        ClassificationClient client = ClassificationClient.over(site.connection(), owner);

        client.set(level);
        assertThat(client.get().id()).isEqualTo(level);
        client.reset();
        assertThatThrownBy(client::get).isInstanceOf(NotFoundException.class);
    }
}
