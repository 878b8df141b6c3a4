package dev.confluencekit.core.json;

import static dev.confluencekit.core.json.Reading.CODEC;
import static dev.confluencekit.core.json.Reading.listingRefusal;
import static dev.confluencekit.core.json.Reading.note;
import static dev.confluencekit.core.json.Reading.notes;
import static dev.confluencekit.core.json.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.core.json.JsonException.Problem;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    private static final String LISTING = """
            {"results":[{"id":"1","title":"Über \\u00fc 😀 \\"quoted\\"","status":"current",
            "createdAt":"2026-03-26T16:00:00.123Z","version":{"number":3,"minorEdit":false,"times":1,"x":-1.5e-3,"y":-0.5e+3},
            "labels":["a","b"],"extra":{"deep":[true,null,{"n":[]}]}},{"id":2,"title":null}],
            "_links":{"next":"/wiki/api/v2/pages?cursor=abc","base":"https://acme.atlassian.net/wiki"}}""";

    @Test
    void read_usualRecord_fillsItsMembers() throws Exception {
        Note note = notes(LISTING).results().get(0);
        assertThat(note.id()).isEqualTo(Note.NoteId.of("1"));
        assertThat(note.title()).isEqualTo("Über ü 😀 \"quoted\"");
        assertThat(note.status()).isEqualTo(Note.Status.CURRENT);
        assertThat(note.labels()).containsExactly("a", "b");
    }

    @Test
    void readListing_usualAnswer_givesTheNextLink() throws Exception {
        assertThat(notes(LISTING).links()).isEqualTo(new Listing.Links("/wiki/api/v2/pages?cursor=abc"));
    }

    @Test
    void read_membersLeftOut_areNull() throws Exception {
        assertThat(note("{\"id\":\"1\"}"))
                .isEqualTo(new Note(Note.NoteId.of("1"), null, null, null, null, null, null, Map.of()));
    }

    @Test
    void read_unknownValueOfAnOpenType_isKept() throws Exception {
        assertThat(note("{\"id\":\"1\",\"status\":\"hibernated\"}").status()).isEqualTo(Note.Status.of("hibernated"));
    }

    @Test
    void read_unknownMembers_areKeptAsPlainValues() throws Exception {
        Note note = note(
                "{\"id\":\"1\",\"s\":\"t\",\"i\":7,\"l\":12345678901,\"d\":1.50,\"b\":true,\"n\":null,\"a\":[1,{\"x\":[]}]}");
        assertThat(note.extras())
                .containsEntry("s", "t")
                .containsEntry("i", 7)
                .containsEntry("l", 12_345_678_901L)
                .containsEntry("d", new BigDecimal("1.50"))
                .containsEntry("b", true)
                .containsEntry("n", null)
                .containsEntry("a", List.of(1, Map.of("x", List.of())))
                .hasSize(7);
    }

    @Test
    void read_unknownMembersOfARecordThatKeepsNone_areIgnored() throws Exception {
        InputStream json = new ByteArrayInputStream("{\"new\":[{}],\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(CODEC.read(json, Note.Bare.class)).isEqualTo(new Note.Bare("1"));
    }

    @Test
    void write_unknownMembersThatWereRead_writesThemBack() throws Exception {
        String json =
                "{\"id\":\"1\",\"version\":{\"times\":1,\"new\":{\"deep\":[1,2.50,\"ü\",null,false]}},\"other\":[{}]}";
        assertThat(CODEC.write(note(json))).isEqualTo(json);
    }

    @Test
    void write_nullMembers_leavesThemOut() throws Exception {
        assertThat(CODEC.write(note("{\"id\":\"1\",\"title\":null}"))).isEqualTo("{\"id\":\"1\"}");
    }

    @Test
    void write_mapWithNull_keepsIt() throws Exception {
        assertThat(CODEC.write(note("{\"id\":\"1\",\"gone\":null}"))).isEqualTo("{\"id\":\"1\",\"gone\":null}");
    }

    @Test
    void write_wholeRecord_readsBackEqual() throws Exception {
        Note note = notes(LISTING).results().get(0);
        assertThat(note(CODEC.write(note))).isEqualTo(note);
    }

    @Test
    void write_plainMapsAndLists_isJson() {
        assertThat(CODEC.write(Map.of("a", List.of(1, "b", true)))).isEqualTo("{\"a\":[1,\"b\",true]}");
    }

    @Test
    void write_valueThatIsNoJson_isRefused() {
        assertThatThrownBy(() -> CODEC.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void read_generatedExtras_areWrittenBackEqual() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            Map<String, Object> extras = Map.of("k" + random.nextInt(9), randomValue(random, 4));
            Note note = new Note(Note.NoteId.of("1"), null, null, null, null, null, null, Map.copyOf(extras));
            assertThat(note(CODEC.write(note))).isEqualTo(note);
        }
    }

    private static Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> random.nextInt();
            case 1 -> (1L << 40) + random.nextInt();
            case 2 -> random.nextBoolean();
            case 3 -> BigDecimal.valueOf(random.nextInt(), 1 + random.nextInt(8));
            case 4 ->
                new StringBuilder()
                        .appendCodePoint(random.nextInt(0x10FFFF))
                        .append('"')
                        .toString();
            case 5 -> List.of(randomValue(random, depth - 1), randomValue(random, depth - 1));
            default -> Map.of("m", randomValue(random, depth - 1), "\u0000\\", "x");
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\"} {}",
                "{\"id\":\"1\"}]",
                "{\"id\":\"1\"}<html>",
                "{\"id\":\"1\"}x",
                "{\"id\":\"1\"}1"
            })
    void read_textBehindTheDocument_isRefused(String json) {
        assertThat(refusal(json).problem()).isIn(Problem.NOT_JSON, Problem.OTHER_SHAPE);
    }

    @Test
    void read_spaceBehindTheDocument_isFine() throws Exception {
        assertThat(note("{\"id\":\"1\"} \r\n\t").id().value()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "null, OTHER_SHAPE",
        "[], OTHER_SHAPE",
        "true, OTHER_SHAPE",
        "17, OTHER_SHAPE",
        "'\"text\"', OTHER_SHAPE",
        "'', CUT_OFF",
        "' ', CUT_OFF"
    })
    void read_documentThatIsNoObject_isTyped(String json, Problem problem) {
        assertThat(refusal(json).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"results\":null}",
                "{\"results\":{}}",
                "{\"results\":[null]}",
                "{\"results\":\"\"}",
                "[]",
                "null",
                "{\"results\":[],\"_links\":[]}"
            })
    void readListing_documentThatIsNoListing_isTyped(String json) {
        assertThat(listingRefusal(json).problem()).isEqualTo(Problem.OTHER_SHAPE);
    }

    @Test
    void readListing_withoutLinks_isTheEnd() throws Exception {
        assertThat(notes("{\"results\":[]}").links()).isNull();
    }

    @Test
    void readListing_rowWithoutId_namesItsPlace() {
        assertThat(listingRefusal("{\"results\":[{\"id\":\"0\"},{\"id\":\"1\"},{\"id\":\"2\"},{\"title\":\"x\"}]}"))
                .hasMessage("the member $.results[3].id is missing");
    }

    @Test
    void readListing_rowWithNullId_namesItsPlace() {
        assertThat(listingRefusal("{\"results\":[{\"id\":null}]}")).hasMessage("the member $.results[0].id is missing");
    }

    @Test
    void readListing_withoutResults_namesThem() {
        assertThat(listingRefusal("{}")).hasMessage("the member $.results is missing");
    }

    @Test
    void read_valueOfAnotherType_namesItsPlaceAndWhatWasWanted() {
        assertThat(refusal("{\"id\":\"1\",\"version\":{\"times\":1,\"number\":\"x\"}}"))
                .hasMessage("the value at $.version.number is no Integer");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "9007199254740993, 9007199254740993",
        "12345678901234567890, 12345678901234567890",
        "-1, -1",
        "'\"att17\"', att17",
        "'\"\"', ''"
    })
    void read_idAsNumberOrText_isItsText(String inJson, String id) throws Exception {
        assertThat(note("{\"id\":" + inJson + "}").id().value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.9", "1.0", "1e3", "1e1000000000", "true", "{}", "[]", "[\"1\"]", "{\"value\":\"1\"}"})
    void read_idThatIsNeitherTextNorWholeNumber_isRefused(String id) {
        assertThat(refusal("{\"id\":" + id + "}").problem()).isEqualTo(Problem.OTHER_SHAPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.9",
                "1.0",
                "1e3",
                "1e1000000000",
                "\"12\"",
                "\"\"",
                "\" \"",
                "true",
                "2147483648",
                "99999999999999999999",
                "{}",
                "[1]"
            })
    void read_wholeNumberThatIsNone_isRefused(String number) {
        assertThat(refusal("{\"id\":\"1\",\"version\":{\"times\":1,\"number\":" + number + "}}"))
                .returns(Problem.OTHER_SHAPE, JsonException::problem)
                .hasMessageStartingWith("the value at $.version.number is no ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.9", "\"12\"", "\"\"", "9223372036854775808"})
    void read_longThatIsNone_isRefused(String number) {
        assertThat(refusal("{\"id\":\"1\",\"version\":{\"times\":1,\"size\":" + number + "}}"))
                .returns(Problem.OTHER_SHAPE, JsonException::problem)
                .hasMessageStartingWith("the value at $.version.size is no ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "\"\"", "1", "0", "1.0"})
    void read_booleanThatIsNone_isRefused(String value) {
        assertThat(refusal("{\"id\":\"1\",\"version\":{\"times\":1,\"minorEdit\":" + value + "}}"))
                .returns(Problem.OTHER_SHAPE, JsonException::problem)
                .hasMessage("the value at $.version.minorEdit is no Boolean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "true", "{}", "[]"})
    void read_textThatIsNone_isRefused(String value) {
        assertThat(refusal("{\"id\":\"1\",\"title\":" + value + "}").problem()).isEqualTo(Problem.OTHER_SHAPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a\"", "{}"})
    void read_listThatIsNone_isRefused(String value) {
        assertThat(refusal("{\"id\":\"1\",\"labels\":" + value + "}").problem()).isEqualTo(Problem.OTHER_SHAPE);
    }

    @Test
    void read_partThatIsAnEmptyText_isRefused() {
        assertThat(refusal("{\"id\":\"1\",\"version\":\"\"}").problem()).isEqualTo(Problem.OTHER_SHAPE);
    }

    @Test
    void read_nullForAPrimitive_isRefused() {
        assertThat(refusal("{\"id\":\"1\",\"version\":{\"times\":null}}").problem())
                .isEqualTo(Problem.OTHER_SHAPE);
    }

    @Test
    void read_primitiveLeftOut_isRefused() {
        assertThat(refusal("{\"id\":\"1\",\"version\":{}}").problem()).isEqualTo(Problem.OTHER_SHAPE);
    }

    @Test
    void read_duplicateMember_takesTheLast() throws Exception {
        assertThat(note("{\"id\":\"1\",\"id\":\"2\"}").id().value()).isEqualTo("2");
    }

    @Test
    void read_duplicateUnknownMember_takesTheFirst() throws Exception {
        assertThat(note("{\"id\":\"1\",\"x\":1,\"x\":2}").extras()).containsEntry("x", 1);
    }

    @Test
    void readListing_cutOffAnywhere_isToldFromOtherFaults() {
        byte[] whole = LISTING.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CODEC.readListing(new ByteArrayInputStream(part), Note.class))
                    .as("the first %s bytes", length)
                    .isInstanceOfSatisfying(
                            JsonException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CUT_OFF));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "hello",
                "truest",
                "{\"id\":trux}",
                "{\"id\" 1}",
                "{id:1}",
                "{'id':1}",
                "{\"id\":01}",
                "{\"id\":NaN}",
                "{\"id\":\"1\",}",
                "{\"id\":\"\t\"}",
                "{\"id\":\"\\x\"}",
                "//\n{}",
                "{\"id\":+1}",
                "{\"id\":1.}",
                "{]",
                "tr ue"
            })
    void read_notJson_isToldFromCutOff(String json) {
        assertThat(refusal(json).problem()).isEqualTo(Problem.NOT_JSON);
    }

    @Test
    void read_notJson_namesThePlace() {
        assertThat(refusal("{\"id\":\n  <")).hasMessage("the answer is not valid JSON at line 2, column 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary",
                "<html>canary",
                "{\"canary\":canary}",
                "{\"canary\" \"canary\"}",
                "{\"id\":\"1\",\"title\":[\"canary\"]}",
                "{\"id\":\"1\",\"title\":{\"canary\":1}}",
                "{\"id\":\"1\",\"version\":\"canary\"}",
                "{\"id\":\"1\",\"version\":{\"times\":1,\"number\":\"canary\"}}",
                "{\"id\":\"1\",\"version\":{\"times\":1,\"minorEdit\":\"canary\"}}",
                "{\"id\":\"1\",\"createdAt\":\"canary\"}",
                "{\"id\":\"1\",\"times\":{\"canary\":\"canary\"}}",
                "{\"id\":\"1\",\"other\":{\"canary\":canary}}",
                "{\"id\":[\"canary\"]}",
                "{\"id\":\"1\"} \"canary\"",
                "{\"id\":\"canary\\q\"}",
                "{\"id\":\"canary",
                "{\"canary\":1}"
            })
    void read_refusedDocument_isNeverQuoted(String json) {
        JsonException refusal = refusal(json);
        assertThat(refusal).hasMessageNotContaining("canary");
        assertThat(refusal.getCause()).isNull();
    }

    @Test
    void read_streamFails_givesTheStreamsOwnException() {
        IOException failure = new IOException("connection reset");
        InputStream start = new ByteArrayInputStream("{\"id\":\"1\",\"x\":{\"y\":[".getBytes(StandardCharsets.UTF_8));
        InputStream broken = new SequenceInputStream(start, new FilterInputStream(start) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw failure;
            }
        });
        assertThatThrownBy(() -> CODEC.read(broken, Note.class)).isSameAs(failure);
    }
}
