package dev.confluencekit.core.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record in the style of the library's models: only its id is required, and what it does not know it keeps. */
public record Note(
        @JsonProperty("id") NoteId id,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("status") @Nullable Status status,
        @JsonProperty("createdAt") @Nullable Instant createdAt,
        @JsonProperty("version") @Nullable Version version,
        @JsonProperty("labels") @Nullable List<String> labels,
        @JsonProperty("times") @Nullable Map<String, Instant> times,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> extras) {
    /** Requires the id. */
    public Note {
        MissingMemberException.require(id, "id");
        extras = extras == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    /** An id as the service gives it. */
    public record NoteId(@JsonValue String value) {
        /** From its text. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static NoteId of(String value) {
            return new NoteId(value);
        }
    }

    /** A record that keeps nothing that it does not know. */
    public record Bare(@JsonProperty("id") String id) {}

    /** A value that the service may add to. */
    public record Status(@JsonValue String value) {
        /** Visible to all. */
        public static final Status CURRENT = new Status("current");

        /** From its text. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Status of(String value) {
            return new Status(value);
        }
    }

    /** A part of the record. */
    public record Version(
            @JsonProperty("number") @Nullable Integer number,
            @JsonProperty("size") @Nullable Long size,
            @JsonProperty("minorEdit") @Nullable Boolean minorEdit,
            @JsonProperty("times") int times,
            @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> extras) {
        /** Keeps what it does not know. */
        public Version {
            extras = extras == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extras));
        }
    }
}
