package dev.confluencekit.specification;

/**
 * A difference between an exchange and the specification.
 *
 * @param module whose tests show it
 * @param answeredBy who answered
 * @param side request or answer
 * @param operation method and path: the template of the specification, or the path as sent if it has none
 * @param rule what kind of difference it is
 * @param where what it is about: a parameter, a status, a place in a body with {@code *} for array items
 * @param example one exchange in which it occurs, in words
 */
record Finding(
        String module, String answeredBy, String side, String operation, String rule, String where, String example) {

    static Finding inRequest(Exchange exchange, String operation, String rule, String where, String detail) {
        String example = exchange.method() + " " + exchange.path()
                + (exchange.query().isEmpty() ? "" : "?" + exchange.query()) + ": " + detail;
        return new Finding(
                exchange.module(), exchange.answeredBy(), "request", operation, rule, where, shortened(example));
    }

    static Finding inAnswer(Exchange exchange, String operation, String rule, String where, String detail) {
        String example = exchange.status() + " to " + exchange.method() + " " + exchange.path()
                + (exchange.query().isEmpty() ? "" : "?" + exchange.query()) + ": " + detail;
        return new Finding(
                exchange.module(), exchange.answeredBy(), "answer", operation, rule, where, shortened(example));
    }

    private static String shortened(String text) {
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }

    /** Tells differences apart; the example does not. */
    String identity() {
        return String.join("\n", module, answeredBy, side, operation, rule, where);
    }

    @Override
    public String toString() {
        return side + " of " + operation + " | " + rule + " | " + where + " | " + module + ", answered by " + answeredBy
                + "\n    e.g. " + example;
    }
}
