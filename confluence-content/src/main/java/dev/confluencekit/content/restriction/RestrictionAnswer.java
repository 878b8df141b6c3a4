package dev.confluencekit.content.restriction;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer about a restriction (schema {@code ContentRestriction}). Its lists may be cut; {@link Restriction} is whole.
 *
 * @param operation what it is about
 * @param restrictions who is named
 * @param extras what else the service sent
 */
public record RestrictionAnswer(
        @JsonProperty("operation") @Nullable String operation,
        @JsonProperty("restrictions") Subjects restrictions,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without the subjects it would pass for an open one. */
    public RestrictionAnswer {
        MissingMemberException.require(restrictions, "restrictions");
        extras = UnknownMembers.copy(extras);
    }

    /**
     * Who is named.
     *
     * @param user accounts
     * @param group groups
     * @param extras what else the service sent
     */
    public record Subjects(
            @JsonProperty("user") Users user,
            @JsonProperty("group") Groups group,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
        /** Copies the extras; without either list it would pass for an open one. */
        public Subjects {
            MissingMemberException.require(user, "user");
            MissingMemberException.require(group, "group");
            extras = UnknownMembers.copy(extras);
        }
    }

    /**
     * Some accounts.
     *
     * @param results the accounts
     * @param extras what else the service sent
     */
    public record Users(
            @JsonProperty("results") List<Account> results,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
        /** Copies both; the list is required. */
        public Users {
            results = List.copyOf(MissingMemberException.require(results, "results"));
            extras = UnknownMembers.copy(extras);
        }
    }

    /**
     * An account.
     *
     * @param accountId its id
     * @param extras what else the service sent
     */
    public record Account(
            @JsonProperty("accountId") AccountId accountId,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
        /** Copies the extras; the id is required. */
        public Account {
            MissingMemberException.require(accountId, "accountId");
            extras = UnknownMembers.copy(extras);
        }
    }

    /**
     * Some groups.
     *
     * @param results the groups
     * @param extras what else the service sent
     */
    public record Groups(
            @JsonProperty("results") List<Group> results,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
        /** Copies both; the list is required. */
        public Groups {
            results = List.copyOf(MissingMemberException.require(results, "results"));
            extras = UnknownMembers.copy(extras);
        }
    }

    /**
     * A group.
     *
     * @param id its id
     * @param extras what else the service sent
     */
    public record Group(
            @JsonProperty("id") GroupId id,
            @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
        /** Copies the extras; the id is required. */
        public Group {
            MissingMemberException.require(id, "id");
            extras = UnknownMembers.copy(extras);
        }
    }
}
