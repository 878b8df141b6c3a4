package dev.confluencekit.content.records;

import static dev.confluencekit.content.LiteralContent.read;
import static dev.confluencekit.content.LiteralContent.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.json.JsonCodec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of an answer is lost or refused because the service has grown: for every record that the module has. */
class RecordsRoundTripTest {
    static List<Class<?>> documents() {
        return AnswerTypes.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRecord_withUnknownMembersAndWordsEverywhere_isReadAndWrittenTheSame(Class<?> type) {
        String document = JsonCodec.create().write(FullDocuments.of(type));
        assertThat((Map<?, ?>) written(read(document, type))).isEqualTo(read(document, Map.class));
    }

    @Test
    void everyRecordThatClientsGive_keepsWhatItDoesNotKnow() {
        assertThat(AnswerTypes.givenByClients())
                .hasSizeGreaterThan(20)
                .allMatch(type -> AnswerTypes.isObject(type) || AnswerTypes.isText(type), "keeps unknown members");
    }

    @Test
    void theRecords_areFound() {
        assertThat(AnswerTypes.documents())
                .extracting(Class::getSimpleName)
                .contains("Page", "Space", "Comment", "Task");
        assertThat(AnswerTypes.all()).hasSizeGreaterThan(40);
    }
}
