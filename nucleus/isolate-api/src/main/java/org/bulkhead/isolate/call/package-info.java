/**
 * The isolate's side of the ring boundary: system calls, their errors as exceptions, and memory that the nucleus may be pointed at.
 *
 * <p>{@link org.bulkhead.isolate.call.Nucleus} is the only class that makes system calls. A refused call throws a
 * {@link org.bulkhead.isolate.call.NucleusException}, whose subclasses are the cases that a program may want to tell apart. Addresses that go to the nucleus
 * never lie in the Java heap, whose objects move: they come from {@link org.bulkhead.isolate.call.RawMemory}.
 */
package org.bulkhead.isolate.call;
