package dev.confluencekit.content.customcontent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Custom content against the simulated site. */
class CustomContentOnASiteTest {
    private static final String TYPE = "ac:my-app:note";
    private static final NewBody BODY = NewBody.storage("<p>x</p>");

    private final SimulatedSite site = new SimulatedSite();
    private final CustomContentClient notes = CustomContentClient.over(site.connection());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void content_isCreatedReadListedAndChanged() {
        CustomContent made = notes.create(ContentOwner.page(SimulatedSite.GUIDE), TYPE, "Note", BODY);
        CustomContent inside = notes.create(ContentOwner.customContent(made.id()), TYPE, "Inside", BODY);

        assertThat(made.pageId()).isEqualTo(SimulatedSite.GUIDE);
        assertThat(inside.customContentId()).isEqualTo(made.id());
        assertThat(notes.list(CustomContentQuery.ofType(TYPE)))
                .extracting(CustomContent::id)
                .containsExactly(made.id(), inside.id());
        assertThat(notes.list(CustomContentQuery.ofType(TYPE).in(ContentOwner.page(SimulatedSite.GUIDE))))
                .extracting(CustomContent::title)
                .containsExactly("Note");
        assertThat(notes.list(CustomContentQuery.ofType(TYPE).in(ContentOwner.space(SimulatedSite.DOCS))))
                .hasSize(2);
        notes.update(made, "Renamed", NewBody.storage("<p>y</p>"));
        assertThat(notes.get(made.id(), "storage").title()).isEqualTo("Renamed");
        assertThatThrownBy(() -> notes.update(made, "Late", BODY)).isInstanceOf(ConflictException.class);
    }

    @Test
    void content_isDeletedAndPurged() {
        ContentId id = notes.create(ContentOwner.space(SimulatedSite.DOCS), TYPE, "Note", NewBody.raw("{}"))
                .id();
        notes.delete(id);
        assertThat(notes.list(CustomContentQuery.ofType(TYPE))).isEmpty();

        notes.purge(id);
        assertThat(notes.find(id)).isEmpty();
        assertThatThrownBy(() -> notes.delete(id)).isInstanceOf(NotFoundException.class);
    }
}
