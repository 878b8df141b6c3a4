package dev.confluencekit.integration.descriptor;

/**
 * One of the values that a field of kind {@link Field.Kind#CHOICES} can have.
 *
 * @param value what is sent
 * @param label what people see
 */
public record Choice(String value, String label) {}
