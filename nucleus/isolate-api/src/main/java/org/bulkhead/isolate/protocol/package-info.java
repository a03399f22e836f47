/**
 * Protocols: what isolates ask of each other, as Java interfaces.
 *
 * <p>Each protocol {@code X} has three parts: the interface itself, which its servers implement and its clients use; {@code XClient}, which turns a method call into a
 * message and back; and {@code XDispatcher}, which does the reverse in the server. Their payloads follow the parameters in order. A reply's operation is 0, or
 * {@link org.bulkhead.isolate.protocol.ServiceClient#FAILED} with the text of the exception that the method declares.
 */
package org.bulkhead.isolate.protocol;
