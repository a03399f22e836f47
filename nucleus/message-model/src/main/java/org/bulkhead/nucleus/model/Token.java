package org.bulkhead.nucleus.model;

/**
 * A name that is good for one thing only: given to a server it names one service of a request, given to a sender one submitted request.
 *
 * @param slot place of the slot in its queue
 * @param generation what the slot's counter was
 */
public record Token(int slot, int generation) {
}
