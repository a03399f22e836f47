/**
 * Protocols: what isolates ask of each other, as Java interfaces, and the annotations with which to write one.
 *
 * <p>Of an interface {@code X} with {@link org.bulkhead.isolate.protocol.Protocol} the annotation processor makes {@code XClient}, which turns a method call into a message and back, and
 * {@code XDispatcher}, which does the reverse in the server. Their payloads follow the parameters in order. A reply's operation is 0, or the number of an exception that the method declares,
 * counted from 1, with its text. {@link org.bulkhead.isolate.protocol.OperationCode} says how requests name their operation.
 */
package org.bulkhead.isolate.protocol;
