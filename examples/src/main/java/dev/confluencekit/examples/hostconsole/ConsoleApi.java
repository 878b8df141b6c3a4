package dev.confluencekit.examples.hostconsole;

import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.JsonException;
import dev.confluencekit.integration.connection.ConnectionFailedException;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.descriptor.IntegrationDescriptor;
import dev.confluencekit.integration.message.IntegrationException;
import dev.confluencekit.integration.message.Message;
import dev.confluencekit.integration.message.MessageCode;
import dev.confluencekit.integration.registry.Integration;
import dev.confluencekit.integration.registry.IntegrationId;
import dev.confluencekit.integration.registry.IntegrationRegistry;
import dev.confluencekit.integration.registry.InvalidFieldsException;
import dev.confluencekit.integration.registry.KeyUpdate;
import dev.confluencekit.integration.registry.NewIntegration;
import dev.confluencekit.integration.registry.NoSuchIntegrationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page asks for, turned into calls of the registry. This is all that a host has to write. */
final class ConsoleApi {
    private static final JsonCodec JSON = JsonCodec.create();

    private final IntegrationRegistry registry;
    private final @Nullable SimulatedSite simulator;

    ConsoleApi(IntegrationRegistry registry, @Nullable SimulatedSite simulator) {
        this.registry = registry;
        this.simulator = simulator;
    }

    Answer answer(String method, String path, byte[] body) throws IOException {
        try {
            List<String> steps = List.of(path.substring("/api/".length()).split("/", -1));
            return switch (steps.get(0)) {
                case "kinds" -> kinds(method, steps);
                case "integrations" -> integrations(method, steps, body);
                case "simulator" -> simulator(method, steps);
                default -> nothingThere();
            };
        } catch (InvalidFieldsException e) {
            return Answer.json(422, Map.of("message", Views.message(e.forPeople()), "problems", Views.problems(e)));
        } catch (ConnectionFailedException e) {
            return Answer.json(
                    422, Map.of("message", Views.message(e.forPeople()), "report", Views.report(e.report())));
        } catch (NoSuchIntegrationException e) {
            return Answer.json(404, Map.of("message", Views.message(e.forPeople())));
        } catch (IntegrationException e) {
            return Answer.json(409, Map.of("message", Views.message(e.forPeople())));
        } catch (JsonException e) {
            return Answer.refusal(400, "That is not the JSON of a form.");
        } catch (InvalidArgumentException e) {
            return nothingThere();
        } catch (ConfluenceException e) {
            return Answer.refusal(500, String.valueOf(e.getMessage()));
        }
    }

    private Answer kinds(String method, List<String> steps) {
        if (steps.size() > 1) {
            return nothingThere();
        }
        return method.equals("GET")
                ? Answer.json(200, List.of(Views.form(IntegrationDescriptor.of(registry.messages()))))
                : Answer.wrongMethod("GET");
    }

    private Answer integrations(String method, List<String> steps, byte[] body) throws JsonException, IOException {
        if (steps.size() == 1) {
            return switch (method) {
                case "GET" ->
                    Answer.json(
                            200,
                            registry.list().stream().map(Views::integration).toList());
                case "POST" -> add(form(body));
                default -> Answer.wrongMethod("GET, POST");
            };
        }
        IntegrationId id = IntegrationId.of(steps.get(1));
        String action = steps.size() == 2 ? "" : steps.get(2);
        return switch (steps.size() > 3 ? "?" : action) {
            case "" -> method.equals("DELETE") ? delete(id) : Answer.wrongMethod("DELETE");
            case "test" -> method.equals("POST") ? test(id) : Answer.wrongMethod("POST");
            case "key" -> method.equals("POST") ? updateKey(id, form(body)) : Answer.wrongMethod("POST");
            case "name" -> method.equals("POST") ? rename(id, form(body)) : Answer.wrongMethod("POST");
            default -> nothingThere();
        };
    }

    private Answer add(Map<String, String> form) {
        Integration added = registry.add(NewIntegration.fromForm(form));
        return done(201, MessageCode.INTEGRATION_ADDED, added);
    }

    private Answer test(IntegrationId id) {
        ConnectionReport report = registry.testConnection(id);
        return Answer.json(200, Map.of("message", Views.message(report.message()), "report", Views.report(report)));
    }

    private Answer updateKey(IntegrationId id, Map<String, String> form) {
        return done(200, MessageCode.KEY_UPDATED, registry.updateApiKey(id, KeyUpdate.fromForm(form)));
    }

    private Answer rename(IntegrationId id, Map<String, String> form) {
        Integration renamed = registry.rename(id, form.getOrDefault(IntegrationDescriptor.NAME, ""));
        return done(200, MessageCode.INTEGRATION_RENAMED, renamed);
    }

    private Answer delete(IntegrationId id) {
        Optional<Integration> found = registry.find(id);
        registry.remove(id);
        return found.map(integration -> done(200, MessageCode.INTEGRATION_REMOVED, integration))
                .orElseGet(() -> Answer.json(
                        404, Map.of("message", Views.message(say(MessageCode.NO_SUCH_INTEGRATION, Map.of())))));
    }

    private Answer done(int status, MessageCode code, Integration integration) {
        Message message = say(code, Map.of("name", integration.name()));
        return Answer.json(
                status, Map.of("message", Views.message(message), "integration", Views.integration(integration)));
    }

    private Message say(MessageCode code, Map<String, String> arguments) {
        return registry.messages().say(code, arguments);
    }

    private Answer simulator(String method, List<String> steps) {
        if (simulator == null || steps.size() == 2 || steps.size() > 3) {
            return nothingThere();
        }
        if (steps.size() == 1) {
            return method.equals("GET") ? Answer.json(200, simulator.view()) : Answer.wrongMethod("GET");
        }
        if (!method.equals("POST")) {
            return Answer.wrongMethod("POST");
        }
        return simulator.end(steps.get(1), steps.get(2)) ? Answer.json(200, simulator.view()) : nothingThere();
    }

    private static Answer nothingThere() {
        return Answer.refusal(404, "There is nothing at this address.");
    }

    /** The texts of a form, by field. */
    private static Map<String, String> form(byte[] body) throws JsonException, IOException {
        Map<String, String> form = new HashMap<>();
        Map<?, ?> members = JSON.read(new ByteArrayInputStream(body), Map.class);
        members.forEach((field, value) -> {
            if (field instanceof String name && value instanceof String text) {
                form.put(name, text);
            }
        });
        return form;
    }
}
