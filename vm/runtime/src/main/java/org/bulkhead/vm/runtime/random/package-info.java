/**
 * Where random numbers come from.
 *
 * <p>Two sources, always both: the processor's own (RDRAND, where it has it), and the time that reads of memory and the clock take, which varies by what else the machine does. A hash mixes them;
 * what programs see comes out of the JDK's {@code Hash_DRBG} (NIST SP 800-90A) that was seeded so. In an emulator that repeats instruction for instruction, the second source repeats as well.
 */
package org.bulkhead.vm.runtime.random;
