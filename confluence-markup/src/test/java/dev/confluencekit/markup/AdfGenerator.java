package dev.confluencekit.markup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Makes documents in ADF with every type of node and mark, in places where they may be and where not; a seed always gives the same. */
final class AdfGenerator {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> BLOCKS = List.of(
            ("paragraph heading blockquote rule codeBlock bulletList orderedList listItem taskList taskItem blockTaskItem"
                            + " decisionList decisionItem panel expand nestedExpand table tableRow tableHeader tableCell layoutSection"
                            + " layoutColumn mediaSingle mediaGroup media caption blockCard embedCard extension bodiedExtension"
                            + " multiBodiedExtension extensionFrame syncBlock bodiedSyncBlock unsupportedBlock"
                            + " confluenceUnsupportedBlock madeUp")
                    .split(" ", -1));
    private static final List<String> INLINES = List.of(
            ("text text text hardBreak mention emoji date status inlineCard mediaInline placeholder inlineExtension"
                            + " confluenceJiraIssue confluenceUnsupportedInline madeUp")
                    .split(" ", -1));
    private static final List<String> MARKS = List.of(
            ("strong em strike underline code subsup link textColor backgroundColor annotation alignment indentation breakout border"
                            + " fontSize dataConsumer fragment confluenceInlineComment madeUp")
                    .split(" ", -1));
    private static final List<String> ATTRIBUTES = List.of(
            ("level order state localId panelType panelIconText title colspan rowspan colwidth type id alt url width text shortName"
                            + " timestamp color href data layout extensionType extensionKey parameters cxhtml language resourceId")
                    .split(" ", -1));
    private static final List<String> WORDS = List.of(
            "x",
            "a word",
            "TODO",
            "DONE",
            "info",
            "custom",
            "sub",
            "file",
            "external",
            "1735689600000",
            "-1",
            "",
            "https://x.y/z",
            "javascript:x",
            "#anchor",
            "com.atlassian.confluence.macro.core",
            "code",
            "jira",
            "excerpt",
            "<p>x<b>",
            "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\"}]}",
            "|",
            "`",
            "]]>",
            "\ud83d",
            "\u0000",
            "👍",
            "*a*\n#b");

    private final RandomGenerator random;
    private int left = 60;

    AdfGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    ObjectNode document() {
        ObjectNode document = JSON.objectNode();
        document.put("version", 1);
        document.put("type", "doc");
        document.set("content", content(0));
        return document;
    }

    /** The same, with values in places where others belong. */
    JsonNode broken() {
        ObjectNode document = document();
        List<ObjectNode> nodes = new ArrayList<>();
        collect(document, nodes);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            ObjectNode node = nodes.get(random.nextInt(nodes.size()));
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() || random.nextInt(4) == 0 ? one(ATTRIBUTES) : one(names);
            if (random.nextInt(4) == 0) {
                node.remove(name);
            } else {
                node.set(name, strange(nodes));
            }
        }
        return document;
    }

    private JsonNode strange(List<ObjectNode> nodes) {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextInt());
            case 2 -> JSON.numberNode(1e300);
            case 3 -> JSON.booleanNode(true);
            case 4 -> JSON.arrayNode().add("x").add(1).addNull();
            case 5 -> JSON.objectNode();
            case 6 -> JSON.textNode(one(BLOCKS));
            case 7 -> nodes.get(nodes.size() - 1).deepCopy();
            default -> JSON.textNode(one(WORDS));
        };
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
        }
        node.forEach(child -> collect(child, into));
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private ArrayNode content(int depth) {
        ArrayNode content = JSON.arrayNode();
        for (int i = 1 + random.nextInt(4); i > 0 && left > 0; i--) {
            left--;
            content.add(random.nextInt(3) == 0 ? inline() : block(depth));
        }
        return content;
    }

    private ObjectNode block(int depth) {
        ObjectNode node = JSON.objectNode();
        String type = depth < 2 && random.nextInt(4) == 0 ? "table" : one(BLOCKS);
        node.put("type", type);
        attributes(node);
        marks(node, 6);
        if (depth < 8 && random.nextInt(6) != 0) {
            node.set("content", content(depth + 1));
        }
        return node;
    }

    private ObjectNode inline() {
        ObjectNode node = JSON.objectNode();
        String type = one(INLINES);
        node.put("type", type);
        if (type.equals("text")) {
            node.put("text", one(WORDS));
        } else {
            attributes(node);
        }
        marks(node, 2);
        return node;
    }

    private void attributes(ObjectNode node) {
        ObjectNode attributes = JSON.objectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = one(ATTRIBUTES);
            attributes.set(
                    name, random.nextInt(3) == 0 ? JSON.numberNode(random.nextInt(8)) : JSON.textNode(one(WORDS)));
        }
        if (random.nextInt(5) == 0) {
            attributes.set("parameters", parameters());
        }
        if (!attributes.isEmpty()) {
            node.set("attrs", attributes);
        }
    }

    private JsonNode parameters() {
        ObjectNode macro = JSON.objectNode();
        macro.set("title", JSON.objectNode().put("value", one(WORDS)));
        macro.set("", JSON.objectNode().put("value", one(WORDS)));
        return JSON.objectNode()
                .put("cxhtml", one(WORDS))
                .put("adf", one(WORDS))
                .<ObjectNode>setAll(Map.of("macroParams", macro));
    }

    private void marks(ObjectNode node, int seldom) {
        if (random.nextInt(seldom) != 0) {
            return;
        }
        ArrayNode marks = JSON.arrayNode();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            ObjectNode mark = JSON.objectNode().put("type", one(MARKS));
            attributes(mark);
            marks.add(mark);
        }
        node.set("marks", marks);
    }
}
