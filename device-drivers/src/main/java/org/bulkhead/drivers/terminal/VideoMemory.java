package org.bulkhead.drivers.terminal;

/** Memory of 16-bit units: what a text-mode adapter shows, character in the low byte and colours in the high one, and what it has beyond. */
public interface VideoMemory {
    /** Returns unit {@code index}, 0 to 65535. */
    int get(int index);

    /** Reads as many units as {@code into} has, from the first on. */
    void get(char[] into);

    /** Stores the low 16 bits of {@code value} in unit {@code index}. */
    void put(int index, int value);
}
