/**
 * Messages, the queues they go to, and leases on memory that travel with them.
 *
 * <p>A {@link org.bulkhead.isolate.message.Message} is a small fixed block; a client fills one in, lends memory if need be, and calls a
 * {@link org.bulkhead.isolate.message.MessageQueue}; the reply is guaranteed, if only as an exception that says what happened to the server. A server runs a
 * {@link org.bulkhead.isolate.message.ServiceLoop}, whose {@link org.bulkhead.isolate.message.Dispatcher} decodes requests; a payload that does not decode is refused,
 * never trusted. Memory that a caller lent reaches the server as a {@link org.bulkhead.isolate.message.Lease}.
 */
package org.bulkhead.isolate.message;
