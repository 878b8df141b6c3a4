package dev.confluencekit.testkit.internal.api;

/** The two generations of the REST interface, which report errors in different shapes. */
enum Family {
    /** {@code /wiki/rest/api}. */
    V1,
    /** {@code /wiki/api/v2}. */
    V2
}
