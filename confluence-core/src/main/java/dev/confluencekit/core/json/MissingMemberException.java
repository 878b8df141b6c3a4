package dev.confluencekit.core.json;

import org.jspecify.annotations.Nullable;

/** A member without which a record means nothing is missing from an answer. */
public final class MissingMemberException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String member;

    /**
     * Names the member.
     *
     * @param member the member that is missing or null
     */
    public MissingMemberException(String member) {
        super("the member \"" + member + "\" is missing");
        this.member = member;
    }

    /**
     * The member that is missing or null.
     *
     * @return its name
     */
    public String member() {
        return member;
    }

    /**
     * Passes a member on if it is there.
     *
     * @param value the value
     * @param member its name
     * @param <T> its type
     * @return the value
     * @throws MissingMemberException if the value is null
     */
    public static <T> T require(@Nullable T value, String member) {
        if (value == null) {
            throw new MissingMemberException(member);
        }
        return value;
    }
}
