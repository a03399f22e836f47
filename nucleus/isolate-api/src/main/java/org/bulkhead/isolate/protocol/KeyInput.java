package org.bulkhead.isolate.protocol;

/**
 * A numbered event of a keyboard.
 *
 * @param number of the event: the next has the next number
 * @param event what happened
 */
public record KeyInput(long number, KeyEvent event) {}
