package dev.confluencekit.testkit.internal.site;

/**
 * To whom something is granted in spaces.
 *
 * @param type what it is
 * @param id the account id, the id of the group, or the name of the class
 */
public record SpacePrincipal(Type type, String id) {

    /** Everybody with a licence. */
    public static final SpacePrincipal LICENSED = new SpacePrincipal(Type.ACCESS_CLASS, "all-licensed-users");

    /** Everybody with a licence, by another name. */
    public static final SpacePrincipal AUTHENTICATED = new SpacePrincipal(Type.ACCESS_CLASS, "authenticated-users");

    /** Whoever administers the site. */
    public static final SpacePrincipal ADMINISTRATORS = new SpacePrincipal(Type.ACCESS_CLASS, "all-product-admins");

    /** Everybody, also who has not logged in. */
    public static final SpacePrincipal ANYBODY = new SpacePrincipal(Type.ACCESS_CLASS, "anonymous-users");

    /** What a principal is. */
    public enum Type {
        /** A user. */
        USER("user"),
        /** A group. */
        GROUP("group"),
        /** A class of users. */
        ACCESS_CLASS("access-class");

        private final String permissionName;

        Type(String permissionName) {
            this.permissionName = permissionName;
        }

        /**
         * Gives the word that lists of permissions have for it.
         *
         * @return the name
         */
        public String permissionName() {
            return permissionName;
        }
    }

    /**
     * A user.
     *
     * @param accountId the account id
     * @return the principal
     */
    public static SpacePrincipal user(String accountId) {
        return new SpacePrincipal(Type.USER, accountId);
    }

    /**
     * A group.
     *
     * @param id the id of the group
     * @return the principal
     */
    public static SpacePrincipal group(String id) {
        return new SpacePrincipal(Type.GROUP, id);
    }
}
