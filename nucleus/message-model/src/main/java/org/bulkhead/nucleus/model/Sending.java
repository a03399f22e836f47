package org.bulkhead.nucleus.model;

/**
 * What a client sends.
 *
 * @param idempotent whether it may be repeated if its server dies
 * @param content stands for operation and payload
 */
public record Sending(Kind kind, boolean idempotent, Lease lease, int content) {
}
