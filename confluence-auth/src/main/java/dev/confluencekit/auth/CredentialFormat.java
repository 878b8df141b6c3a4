package dev.confluencekit.auth;

/** How a file holds a table of credentials. Used by one thread at a time. */
interface CredentialFormat {
    /** Reads the whole, strictly. */
    CredentialTable read(byte[] content) throws UnusableContentException;

    /**
     * Writes the whole.
     *
     * @param content what the file holds now, empty if it is to be created
     * @param present the table in it
     * @param next the table to write
     */
    byte[] write(byte[] content, CredentialTable present, CredentialTable next) throws UnusableContentException;

    /** Whether nobody else writes such a file, so that each change of it counts its generation up. */
    boolean isOursAlone();

    /** Forgets keys and passwords. */
    void wipe();
}
