package dev.confluencekit.integration.registry;

import dev.confluencekit.integration.message.IntegrationException;
import dev.confluencekit.integration.message.Message;
import java.util.List;

/** Something that was typed cannot be used. Nothing was sent or stored. */
public final class InvalidFieldsException extends IntegrationException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    InvalidFieldsException(Message message, List<FieldProblem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /**
     * All that is wrong.
     *
     * @return at least one problem, in the order of the fields
     */
    public List<FieldProblem> problems() {
        return problems;
    }
}
