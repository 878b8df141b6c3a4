package dev.confluencekit.integration.registry;

/**
 * What is wrong with one field.
 *
 * @param field the id of the field, as in the {@code IntegrationDescriptor}
 * @param text what is wrong and what would be right, for people; never what was typed into a secret field
 */
public record FieldProblem(String field, String text) {}
