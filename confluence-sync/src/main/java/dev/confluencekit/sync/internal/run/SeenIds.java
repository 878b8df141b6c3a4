package dev.confluencekit.sync.internal.run;

import java.util.Arrays;

/**
 * Ids that a listing has shown, in 8 to 16 bytes each. An id that is no number of 18 digits is known by a hash of it: should
 * two ever have the same, one that is missing is taken for seen, which is the harmless mistake.
 */
final class SeenIds {
    private static final long EMPTY = Long.MIN_VALUE;

    private long[] table = new long[256];
    private int size;

    SeenIds() {
        Arrays.fill(table, EMPTY);
    }

    void add(String id) {
        long value = number(id);
        if (put(table, value)) {
            size++;
            if (size * 4L > table.length * 3L) {
                grow();
            }
        }
    }

    boolean contains(String id) {
        long value = number(id);
        int at = slot(value, table.length);
        while (table[at] != EMPTY) {
            if (table[at] == value) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.fill(larger, EMPTY);
        for (long value : table) {
            if (value != EMPTY) {
                put(larger, value);
            }
        }
        table = larger;
    }

    private static boolean put(long[] table, long value) {
        int at = slot(value, table.length);
        while (table[at] != EMPTY) {
            if (table[at] == value) {
                return false;
            }
            at = (at + 1) & (table.length - 1);
        }
        table[at] = value;
        return true;
    }

    private static int slot(long value, int length) {
        long mixed = (value ^ (value >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33) & (length - 1);
    }

    /** Numbers are what they are; everything else is below zero. */
    private static long number(String id) {
        boolean digits = !id.isEmpty() && id.length() <= 18;
        for (int i = 0; digits && i < id.length(); i++) {
            digits = id.charAt(i) >= '0' && id.charAt(i) <= '9' && (i > 0 || id.length() == 1 || id.charAt(0) != '0');
        }
        if (digits) {
            return Long.parseLong(id);
        }
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
        }
        long negative = hash | Long.MIN_VALUE;
        return negative == EMPTY ? -1 : negative;
    }
}
