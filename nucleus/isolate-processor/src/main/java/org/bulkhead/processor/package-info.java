/**
 * The annotation processor behind {@code @Protocol}: from an interface {@code X} it makes {@code XClient}, {@code XDispatcher}, and what they need.
 *
 * <p>{@link org.bulkhead.processor.ProtocolReader} turns an interface into a {@link org.bulkhead.processor.ProtocolModel}, or into errors at its methods;
 * {@link org.bulkhead.processor.WireType} says how each type lies in a payload; {@link org.bulkhead.processor.Schema} compares the protocol with what was agreed before;
 * the writers ({@link org.bulkhead.processor.ClientWriter} and its neighbours) make source code.
 */
package org.bulkhead.processor;
