package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.message.MessageCode;

/**
 * What is wrong with one field.
 *
 * @param field the id of the field, as in the {@code IntegrationDescriptor}
 * @param code {@link MessageCode#FIELD_MISSING} or {@link MessageCode#FIELD_INVALID}
 * @param text what is wrong and what would be right, for people; never what was typed into a secret field
 */
public record FieldProblem(String field, MessageCode code, String text) {}
