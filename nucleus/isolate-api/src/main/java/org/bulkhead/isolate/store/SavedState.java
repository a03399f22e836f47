package org.bulkhead.isolate.store;

/**
 * A private state as it was committed.
 *
 * @param version number that the component gave it, so that its successor, which may be another version of the program, knows how to read it
 * @param bytes the state
 */
public record SavedState(int version, byte[] bytes) {}
