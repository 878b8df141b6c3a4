package dev.confluencekit.testkit.internal.body;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a parsed storage body. */
public sealed interface MarkupNode {

    /**
     * Text, with its entities resolved.
     *
     * @param value the characters
     */
    record Text(String value) implements MarkupNode {}

    /**
     * An element.
     *
     * @param name its name with its prefix, such as {@code ac:link}
     * @param attributes its attributes by name with prefix
     * @param children what it holds
     */
    record Element(String name, Map<String, String> attributes, List<MarkupNode> children) implements MarkupNode {

        /**
         * Gives an attribute.
         *
         * @param attribute its name with prefix
         * @return its value, or empty
         */
        public Optional<String> attribute(String attribute) {
            return Optional.ofNullable(attributes.get(attribute));
        }

        /**
         * Gives the elements it holds directly.
         *
         * @param childName their name
         * @return the elements, in order
         */
        public List<Element> elements(String childName) {
            return children.stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .filter(child -> child.name().equals(childName))
                    .toList();
        }

        /**
         * Gives the first element of a name that it holds directly.
         *
         * @param childName the name
         * @return the element, or empty
         */
        public Optional<Element> element(String childName) {
            return elements(childName).stream().findFirst();
        }

        /**
         * Gives the first child that names a resource.
         *
         * @return an element of prefix {@code ri}, or empty
         */
        public Optional<Element> resource() {
            return children.stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .filter(child -> child.name().startsWith("ri:"))
                    .findFirst();
        }

        /**
         * Gives a parameter of a macro.
         *
         * @param parameter its name
         * @return its text, or empty
         */
        public Optional<String> parameter(String parameter) {
            return elements("ac:parameter").stream()
                    .filter(child -> child.attribute("ac:name").orElse("").equals(parameter))
                    .map(Element::text)
                    .findFirst();
        }

        /**
         * Gives all text inside.
         *
         * @return the characters, without markup
         */
        public String text() {
            StringBuilder all = new StringBuilder();
            for (MarkupNode child : children) {
                if (child instanceof Text text) {
                    all.append(text.value());
                } else if (child instanceof Element element) {
                    all.append(element.text());
                }
            }
            return all.toString();
        }
    }
}
