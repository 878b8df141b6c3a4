package dev.confluencekit.specification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds the answers of the simulator against the specification. */
final class AnswerJudge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Specification specification;

    AnswerJudge(Specification specification) {
        this.specification = specification;
    }

    void judge(Exchange exchange, Consumer<Finding> findings) {
        String status = String.valueOf(exchange.status());
        Optional<Operation> operation = specification.operation(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            String asked = exchange.method() + " " + exchange.path();
            findings.accept(
                    Finding.inAnswer(exchange, asked, "no such operation", status, "the specification has it not"));
            return;
        }
        String name = operation.get().name();
        Optional<JsonNode> answer = operation.get().answer(exchange.status());
        if (answer.isEmpty()) {
            findings.accept(Finding.inAnswer(exchange, name, "status", status, "the operation does not list it"));
            return;
        }
        JsonNode content = answer.get().path("content");
        boolean described = !content.isEmpty();
        if (exchange.answerBody().isEmpty() || !described) {
            if (described) {
                findings.accept(Finding.inAnswer(exchange, name, "missing body", status, "one is described"));
            } else if (!exchange.answerBody().isEmpty()) {
                findings.accept(Finding.inAnswer(exchange, name, "undescribed body", status, exchange.answerBody()));
            }
            return;
        }
        body(exchange, operation.get(), content, findings);
    }

    private static void body(Exchange exchange, Operation operation, JsonNode content, Consumer<Finding> findings) {
        String type = exchange.answerMediaType();
        JsonNode described = content.path(type);
        if (described.isMissingNode()) {
            String where = exchange.status() + " " + type;
            findings.accept(Finding.inAnswer(
                    exchange, operation.name(), "content type", where, "the operation does not list it"));
            return;
        }
        try {
            BodyJudge.judge(operation.schemas(), described.path("schema"), JSON.readTree(exchange.answerBody()))
                    .forEach(one -> findings.accept(Finding.inAnswer(
                            exchange, operation.name(), "body " + one.rule(), one.where(), one.detail())));
        } catch (JsonProcessingException e) {
            findings.accept(Finding.inAnswer(exchange, operation.name(), "body", "", "it is no JSON"));
        }
    }
}
