package org.bulkhead.builder.scenario.judge;

/**
 * A part of a disk.
 *
 * @param at its first byte
 * @param size in bytes
 */
public record Area(long at, long size) {
    @Override
    public String toString() {
        return size + " bytes from byte " + at;
    }
}
