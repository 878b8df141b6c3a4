package dev.confluencekit.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be uploaded is refused before anything is sent. */
class MultipartTest {
    private static final ContentSource NOTHING = ContentSource.of(new byte[0]);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../x",
                "a/b",
                "C:\\x",
                "a\\b",
                "a\"b",
                "a\r\nX-Evil: 1",
                "a\nb",
                "a\0b",
                "a\u0085b",
                "half \ud83d"
            })
    void a_name_that_is_no_plain_name_is_refused(String name) {
        assertThatThrownBy(() -> Multipart.of(name, NOTHING))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("fileName"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "手册.pdf", "a b 'c' (1).png", "..a", "😀", "a;b=c", "a%20b"})
    void any_other_name_is_kept_as_it_is(String name) {
        assertThat(Multipart.of(name, NOTHING).fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "text/", "text/plain; charset=x", "text/plain\r\nX: 1", "a b/c"})
    void a_media_type_that_is_none_is_refused(String type) {
        assertThatThrownBy(() -> Multipart.of("f", NOTHING).mediaType(type))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("mediaType"));
    }

    @Test
    void a_comment_of_half_a_character_is_refused() {
        assertThatThrownBy(() -> Multipart.of("f", NOTHING).comment("\udc00"))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("comment"));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused(@TempDir Path directory) {
        assertThatThrownBy(() -> ContentSource.of(directory.resolve("missing")))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("file"));
        assertThatThrownBy(() -> ContentSource.of(directory)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void a_negative_length_is_refused() {
        assertThatThrownBy(() -> ContentSource.reopenable(-1, InputStream::nullInputStream))
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        e -> assertThat(e.parameter()).isEqualTo("length"));
    }

    @Test
    void a_source_opens_at_its_beginning_each_time(@TempDir Path directory) throws IOException {
        ContentSource source = ContentSource.of(Files.writeString(directory.resolve("f"), "abc"));

        assertThat(source.length()).isEqualTo(3);
        assertThat(source.open()).hasContent("abc");
        assertThat(source.open()).hasContent("abc");
    }

    @Test
    void bytes_are_copied() throws IOException {
        byte[] bytes = {1, 2};
        ContentSource source = ContentSource.of(bytes);
        bytes[0] = 9;

        assertThat(source.open()).hasBinaryContent(new byte[] {1, 2});
    }
}
