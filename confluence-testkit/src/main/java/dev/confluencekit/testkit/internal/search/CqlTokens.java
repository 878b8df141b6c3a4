package dev.confluencekit.testkit.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words, texts and signs of a query, read one by one. */
final class CqlTokens {

    /** A word as it stands, a text without its quotes and escapes, or a sign. */
    record Token(Kind kind, String text) {}

    enum Kind {
        WORD,
        TEXT,
        SIGN,
        END
    }

    private static final String SIGNS = "()=!~<>,";

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    CqlTokens(String query) {
        int i = 0;
        while (i < query.length()) {
            char c = query.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c == '"' || c == '\'') {
                i = text(query, i);
            } else if (SIGNS.indexOf(c) >= 0) {
                boolean two = i + 1 < query.length()
                        && "!=<=>=!~".contains(query.substring(i, i + 2))
                        && "!<>".indexOf(c) >= 0;
                String sign = query.substring(i, i + (two ? 2 : 1));
                tokens.add(new Token(Kind.SIGN, sign));
                i += sign.length();
            } else {
                int start = i;
                while (i < query.length()
                        && !Character.isWhitespace(query.charAt(i))
                        && (SIGNS + "\"'").indexOf(query.charAt(i)) < 0) {
                    i++;
                }
                tokens.add(new Token(Kind.WORD, query.substring(start, i)));
            }
        }
        tokens.add(new Token(Kind.END, ""));
    }

    private int text(String query, int start) {
        char quote = query.charAt(start);
        StringBuilder text = new StringBuilder();
        int i = start + 1;
        while (i < query.length() && query.charAt(i) != quote) {
            if (query.charAt(i) == '\\' && i + 1 < query.length()) {
                i++;
            }
            text.append(query.charAt(i));
            i++;
        }
        if (i == query.length()) {
            throw new CqlProblem("Could not parse cql : a quote is not closed");
        }
        tokens.add(new Token(Kind.TEXT, text.toString()));
        return i + 1;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean takeIf(String word) {
        Token token = peek();
        boolean same = token.kind() != Kind.TEXT
                && token.text().toLowerCase(Locale.ROOT).equals(word);
        if (same && token.kind() != Kind.END) {
            next++;
        }
        return same && token.kind() != Kind.END;
    }

    void require(String word) {
        if (!takeIf(word)) {
            throw new CqlProblem("Could not parse cql : expected '" + word + "', found '" + peek().text() + "'");
        }
    }
}
