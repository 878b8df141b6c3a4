package dev.confluencekit.markup;

import java.util.List;

/** The same in both formats. */
record BothFormats(String storage, String adf) {
    static final BothFormats NOTHING = new BothFormats("", "");

    static BothFormats joined(List<BothFormats> parts) {
        return new BothFormats(
                String.join("", parts.stream().map(BothFormats::storage).toList()),
                String.join(",", parts.stream().map(BothFormats::adf).toList()));
    }

    static BothFormats node(String start, BothFormats content, String end, String type, String attributes) {
        return new BothFormats(
                start + content.storage() + end,
                "{\"type\":\"" + type + "\"" + (attributes.isEmpty() ? "" : ",\"attrs\":{" + attributes + "}")
                        + ",\"content\":[" + content.adf() + "]}");
    }

    static BothFormats node(String element, BothFormats content, String type) {
        return node("<" + element + ">", content, "</" + element + ">", type, "");
    }

    static BothFormats macro(String type, String name, String parameter, String value) {
        return new BothFormats(
                "<ac:structured-macro ac:name=\"" + name + "\"><ac:parameter ac:name=\"" + parameter + "\">" + value
                        + "</ac:parameter></ac:structured-macro>",
                "{\"type\":\"" + type + "\",\"attrs\":{" + attributes(name, parameter, value) + "}}");
    }

    static String attributes(String macro, String parameter, String value) {
        return "\"extensionType\":\"com.atlassian.confluence.macro.core\",\"extensionKey\":\"" + macro
                + "\",\"parameters\":{\"macroParams\":{\"" + parameter + "\":{\"value\":\"" + value
                + "\"}},\"macroMetadata\":{\"title\":\"secret\"}}";
    }
}
