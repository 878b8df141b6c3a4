package dev.confluencekit.markup.markdown;

/** Markdown that somebody else wrote. */
final class RawMarkdown {
    private RawMarkdown() {}

    /** The same, with what would be HTML shown as text. In code nothing is changed, since nothing is HTML there. */
    static String withoutHtml(String markdown) {
        StringBuilder out = new StringBuilder(markdown.length());
        String fence = "";
        for (String line : markdown.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
            if (out.length() > 0) {
                out.append('\n');
            }
            String stripped = line.stripLeading();
            if (fence.isEmpty() && (stripped.startsWith("```") || stripped.startsWith("~~~"))) {
                fence = stripped.substring(0, runEnd(stripped, 0));
                out.append(line);
            } else if (!fence.isEmpty()) {
                if (stripped.startsWith(fence)) {
                    fence = "";
                }
                out.append(line);
            } else {
                line(line, out);
            }
        }
        return out.toString();
    }

    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == text.charAt(start)) {
            end++;
        }
        return end;
    }

    private static void line(String line, StringBuilder out) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '`') {
                int run = runEnd(line, i) - i;
                String ticks = "`".repeat(run);
                int close = line.indexOf(ticks, i + run);
                int end = close < 0 ? i + run : close + run;
                out.append(line, i, end);
                i = end - 1;
            } else if (c == '<' && isTag(line, i + 1)) {
                out.append("&lt;");
            } else {
                out.append(c);
            }
        }
    }

    private static boolean isTag(String line, int i) {
        if (i >= line.length() || line.startsWith("http://", i) || line.startsWith("https://", i)) {
            return false;
        }
        char c = line.charAt(i);
        return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
    }
}
