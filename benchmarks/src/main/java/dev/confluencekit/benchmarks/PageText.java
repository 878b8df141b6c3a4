package dev.confluencekit.benchmarks;

import java.util.Random;

/** Storage bodies that look like ones, the same ones every time: markup, quotes, entities, a little that is not ASCII. */
final class PageText {
    private static final String[] SENTENCES = {
        "The rear hub is serviced every 5,000 km; see the table below for the order of the seals.",
        "If the customer writes \"it slips\", ask for the serial number first, then for a photograph.",
        "R&amp;D keeps the drawings; don't send them to dealers without asking Zoë Lindström.",
        "Returns within 30 days go back to the shelf at 4 °C or above, never below.",
        "Press Stop &rarr; wait until the light is off &rarr; open the cover (about 15 seconds).",
        "Agreed on 12 May: prices stay as they are until the new catalogue is out.",
    };
    private static final String MACRO = "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\""
            + " ac:macro-id=\"6f1c7c62-8f6e-4b5e-9d53-0f3c2a1b7e55\"><ac:parameter ac:name=\"language\">java"
            + "</ac:parameter><ac:plain-text-body><![CDATA[if (wheel.turns() > limit) {\n\tlog.warn(\"too fast\");\n}]]>"
            + "</ac:plain-text-body></ac:structured-macro>";
    private static final String TABLE =
            "<table data-layout=\"default\"><tbody><tr><th><p>Part</p></th><th><p>Torque</p>"
                    + "</th></tr><tr><td><p>Axle nut</p></td><td><p>25&nbsp;Nm</p></td></tr></tbody></table>";

    /** Outside Latin-1, which makes a text twice as long in the memory of a JVM. */
    private static final String DASHES = "<p>Wheels 26″–28″ → depot Łódź, €1.149,00</p>";

    private static final int ONE_IN = 4;

    private PageText() {}

    /** A body of exactly so many characters; one in four holds some outside Latin-1. */
    static String storage(int characters, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(characters + MACRO.length());
        if (seed % ONE_IN == 0) {
            text.append(DASHES);
        }
        while (text.length() < characters) {
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "<h2>Step " + random.nextInt(100) + "</h2>";
                        case 1 -> MACRO;
                        case 2 -> TABLE;
                        default ->
                            "<p>" + SENTENCES[random.nextInt(SENTENCES.length)] + " <strong>" + random.nextInt(10_000)
                                    + "</strong></p>\n";
                    });
        }
        text.setLength(characters);
        return text.toString();
    }

    /** As it stands between the quotes of a JSON text. */
    static String escaped(String text) {
        StringBuilder json = new StringBuilder(text.length() + text.length() / 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                default -> json.append(c);
            }
        }
        return json.toString();
    }
}
