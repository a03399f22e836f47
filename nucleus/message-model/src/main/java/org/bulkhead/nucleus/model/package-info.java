/**
 * What messages mean, as an executable specification: a pure model of one queue, its slots and the leases of its requests, without memory, addresses, handles or hardware.
 *
 * <p>{@link org.bulkhead.nucleus.model.Semantics} is the page to read: one method per operation, from a {@link org.bulkhead.nucleus.model.State} to a
 * {@link org.bulkhead.nucleus.model.Step}. States are immutable. The model is explored exhaustively by its own tests, is the oracle for the nucleus on HotSpot, and
 * {@link org.bulkhead.nucleus.model.TraceChecker} holds what a running nucleus recorded against the same rules.
 */
package org.bulkhead.nucleus.model;
