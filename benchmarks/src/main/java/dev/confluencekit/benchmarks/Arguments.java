package dev.confluencekit.benchmarks;

import java.util.List;

/** The words after a command's name. */
final class Arguments {
    private final List<String> words;

    Arguments(List<String> words) {
        this.words = List.copyOf(words);
    }

    void requireCount(int least, int most) {
        if (words.size() < least) {
            throw new UsageException("arguments are missing");
        }
        if (words.size() > most) {
            throw new UsageException("there are too many arguments");
        }
    }

    String text(int index) {
        return words.get(index);
    }

    int count(int index) {
        return number(index, 1);
    }

    int countOr(int index, int otherwise) {
        return index < words.size() ? count(index) : otherwise;
    }

    int millisOr(int index, int otherwise) {
        return index < words.size() ? number(index, 0) : otherwise;
    }

    Mode modeOr(int index, Mode otherwise) {
        return index < words.size() ? Mode.of(words.get(index)) : otherwise;
    }

    private int number(int index, int least) {
        String word = words.get(index);
        try {
            int value = Integer.parseInt(word);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(word + " is no number");
        }
        throw new UsageException(word + " is less than " + least);
    }
}
