package dev.confluencekit.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void cursor_emptyText_isRefused() {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> Cursor.of(""))
                .extracting(InvalidArgumentException::parameter)
                .isEqualTo("cursor");
    }

    @Test
    void cursor_inJson_isABareString() {
        assertThat(JsonCodec.create().write(Cursor.of("a+b=="))).isEqualTo("\"a+b==\"");
    }

    @Test
    void cursor_fromJson_isRestored() throws IOException, JsonException {
        byte[] json = "\"a+b==\"".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonCodec.create().read(new ByteArrayInputStream(json), Cursor.class))
                .isEqualTo(Cursor.of("a+b=="));
    }
}
