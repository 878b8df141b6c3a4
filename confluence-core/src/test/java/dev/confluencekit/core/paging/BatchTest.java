package dev.confluencekit.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void batch_listChangesLater_staysAsItWas() {
        List<String> rows = new ArrayList<>(List.of("a"));
        Batch<String> batch = new Batch<>(rows, null);
        rows.add("b");
        assertThat(batch.items()).containsExactly("a");
    }

    @Test
    @SuppressWarnings("DoNotCall") // that it cannot be called is the point
    void batch_itsItems_cannotBeChanged() {
        List<String> items = new Batch<>(List.of("a"), null).items();
        assertThatThrownBy(() -> items.add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void batch_iterated_givesItsItems() {
        assertThat(new Batch<>(List.of("a", "b"), null)).containsExactly("a", "b");
    }

    @Test
    void batch_streamed_givesItsItems() {
        assertThat(new Batch<>(List.of("a", "b"), null).stream()).containsExactly("a", "b");
    }

    @Test
    void next_lastBatch_isEmpty() {
        assertThat(new Batch<>(List.of("a"), null).next()).isEmpty();
    }

    @Test
    void toString_batchWithMoreToCome_showsNoRows() {
        assertThat(new Batch<>(List.of("canary"), Cursor.of("cursor")))
                .asString()
                .isEqualTo("1 items, more to come");
    }
}
