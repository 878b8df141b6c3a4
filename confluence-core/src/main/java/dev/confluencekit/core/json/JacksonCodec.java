package dev.confluencekit.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Jackson 2, with modules from an explicit list and messages that quote nothing of the document. */
final class JacksonCodec implements JsonCodec {
    private static final int DEEPEST = 1_000;
    private static final int LONGEST_STRING = 64 * 1024 * 1024;
    /** How many calls at once find buffers to use again; others make their own. */
    private static final int KEPT_BUFFERS = 32;

    private static final Pattern HALF_PAIR = Pattern.compile("[\\x{D800}-\\x{DFFF}]");
    /** What the parser says of half a literal, and of a number that ends with its point. */
    private static final Pattern HALF_TOKEN = Pattern.compile("Unrecognized token '(t|tr|tru|f|fa|fal|fals|n|nu|nul)'"
            + "|Unexpected character \\('\\.' \\(code 46\\)\\) in numeric value");

    private final ObjectMapper mapper;
    private final Map<JavaType, ObjectReader> readers = new ConcurrentHashMap<>();

    JacksonCodec() {
        JsonFactory factory = JsonFactory.builder()
                // Jackson's default keeps buffers in the callers' threads, and with them the class loader of a host
                // application that has long been stopped.
                .recyclerPool(JsonRecyclerPools.newBoundedPool(KEPT_BUFFERS))
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .build())
                .build();
        SimpleModule instants = new SimpleModule("confluencekit")
                .addDeserializer(Instant.class, new Instants.Reader())
                .addSerializer(Instant.class, new Instants.Writer());
        mapper = JsonMapper.builder(factory)
                .addModule(instants)
                .addHandler(new NumbersAsText())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        c -> c.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean,
                        c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Integer,
                        c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Float,
                        c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
    }

    @Override
    public <T> T read(InputStream in, Class<T> type) throws JsonException, IOException {
        return read(in, mapper.constructType(type));
    }

    @Override
    public <T> Listing<T> readListing(InputStream in, Class<T> item) throws JsonException, IOException {
        return read(in, mapper.getTypeFactory().constructParametricType(Listing.class, item));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the two callers tie it to the JavaType that they build
    private <T> T read(InputStream in, JavaType type) throws JsonException, IOException {
        EndWatchingStream document = new EndWatchingStream(in);
        T value;
        try {
            value = readers.computeIfAbsent(type, mapper::readerFor).readValue(document);
        } catch (JsonProcessingException e) {
            throw describe(e, type, document);
        } catch (CharConversionException e) {
            throw notUnicode();
        }
        if (value == null) {
            throw new JsonException(JsonException.Problem.OTHER_SHAPE, "the answer is null");
        }
        return value;
    }

    @Override
    public String write(Object value) {
        try {
            return withWholeCharacters(mapper.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("value of " + value.getClass() + " cannot be written as JSON", e);
        }
    }

    /** Half a surrogate pair can only stand in a text or a name, and would become a question mark in UTF-8. */
    private static String withWholeCharacters(String json) {
        return HALF_PAIR
                .matcher(json)
                .replaceAll(half -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) half.group().charAt(0)));
    }

    /** Jackson's own messages quote tokens and values of the document, so only the places are taken from them. */
    private static JsonException describe(JsonProcessingException e, JavaType type, EndWatchingStream document)
            throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                // Memory ran out, or the stack: that says nothing about the document.
                throw error;
            }
        }
        if (e instanceof JsonMappingException mapping && mapping.getCause() instanceof IOException io) {
            if (io instanceof InputCoercionException) {
                return new JsonException(JsonException.Problem.OTHER_SHAPE, shape(mapping, type));
            }
            if (io instanceof JsonProcessingException inner) {
                return describe(inner, type, document);
            }
            if (io instanceof CharConversionException) {
                return notUnicode();
            }
            throw io;
        }
        if (isCutOff(e, document)) {
            return new JsonException(JsonException.Problem.CUT_OFF, "the JSON ends too early" + at(e.getLocation()));
        }
        if (e instanceof JsonMappingException mapping) {
            return new JsonException(JsonException.Problem.OTHER_SHAPE, shape(mapping, type));
        }
        if (e instanceof StreamConstraintsException) {
            return new JsonException(
                    JsonException.Problem.OTHER_SHAPE,
                    "the JSON is nested too deeply or holds a name, number or text that is too long"
                            + at(e.getLocation()));
        }
        return new JsonException(JsonException.Problem.NOT_JSON, "the answer is not valid JSON" + at(e.getLocation()));
    }

    private static JsonException notUnicode() {
        return new JsonException(JsonException.Problem.NOT_JSON, "the answer is no Unicode text");
    }

    /** The parser speaks of the end of input in most places, but of half a token as one that it does not know. */
    private static boolean isCutOff(JsonProcessingException e, EndWatchingStream document) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof MismatchedInputException) {
            return message.startsWith("No content");
        }
        return e instanceof JsonParseException
                && (message.startsWith("Unexpected end-of-input")
                        || document.isAtEnd() && HALF_TOKEN.matcher(message).lookingAt());
    }

    private static String shape(JsonMappingException e, JavaType type) {
        StringBuilder path = new StringBuilder("$");
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                // The names in a map are the document's, not the record's.
                path.append('.').append(step.getFrom() instanceof Map ? "*" : step.getFieldName());
            }
        }
        if (e.getCause() instanceof MissingMemberException missing) {
            return "the member " + path + "." + missing.member() + " is missing";
        }
        return "the value at " + path + " is no " + wanted(e, type);
    }

    private static String wanted(JsonMappingException e, JavaType type) {
        if (e instanceof ValueInstantiationException instantiation && instantiation.getType() != null) {
            return instantiation.getType().getRawClass().getSimpleName();
        }
        if (e.getCause() instanceof InputCoercionException coercion) {
            return coercion.getTargetType().getSimpleName();
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? mismatch.getTargetType().getSimpleName()
                : type.getRawClass().getSimpleName();
    }

    private static String at(@Nullable JsonLocation place) {
        return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
