package dev.confluencekit.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReceivedBodyTest {
    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void open_readsTheWholeBodyEachTime() throws IOException {
        ReceivedBody body = ReceivedBody.of(List.of(bytes("one "), bytes(""), bytes("two")));
        assertThat(read(body.open())).isEqualTo("one two");
        assertThat(read(body.open())).isEqualTo("one two");
        assertThat(body.size()).isEqualTo(7);
    }

    @Test
    void drain_readsTheWholeBody() throws IOException {
        assertThat(read(ReceivedBody.of(List.of(bytes("one "), bytes("two"))).drain()))
                .isEqualTo("one two");
    }

    @Test
    void drain_leavesNothingToRead() throws IOException {
        ReceivedBody body = ReceivedBody.of(List.of(bytes("one")));
        InputStream openedBefore = body.open();
        read(body.drain());
        assertThatIllegalStateException().isThrownBy(body::open);
        assertThatIllegalStateException().isThrownBy(body::drain);
        assertThatIllegalStateException().isThrownBy(openedBefore::read);
        assertThat(body.size()).isEqualTo(3);
    }

    @Test
    void drain_ofNothing_canBeRepeated() throws IOException {
        assertThat(read(ReceivedBody.empty().drain())).isEmpty();
        assertThat(read(ReceivedBody.empty().drain())).isEmpty();
    }

    @Test
    @Timeout(20)
    void drain_letsGoOfWhatWasRead() throws IOException {
        List<ByteBuffer> buffers = new ArrayList<>(List.of(bytes("first"), bytes("second")));
        WeakReference<ByteBuffer> first = new WeakReference<>(buffers.get(0));
        ReceivedBody body = ReceivedBody.of(buffers);
        buffers.clear();
        InputStream in = body.drain();
        assertThat(new String(in.readNBytes(6), StandardCharsets.US_ASCII)).isEqualTo("firsts");
        while (first.get() != null) {
            System.gc();
        }
        assertThat(read(in)).isEqualTo("econd");
        assertThat(body.size()).isEqualTo(11);
    }
}
