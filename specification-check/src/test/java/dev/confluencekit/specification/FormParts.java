package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a multipart/form-data body as the object that the specification describes it by: a text for each part. */
final class FormParts {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition: form-data; name=\"([^\"]*)\"");

    private FormParts() {}

    static ObjectNode read(String contentType, String body) {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return parts;
        }
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int end = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(end < 0 ? "" : part.substring(0, end));
            if (name.find()) {
                parts.put(name.group(1), part.substring(end + 4).replaceFirst("\r\n$", ""));
            }
        }
        return parts;
    }
}
