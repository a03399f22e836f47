/**
 * Unboxed machine words and the annotations the compiler understands.
 *
 * <p>{@link org.bulkhead.vm.magic.Address}, {@link org.bulkhead.vm.magic.Word} and {@link org.bulkhead.vm.magic.Offset} are ordinary
 * immutable classes when the code runs on HotSpot; there every memory access goes to a {@link org.bulkhead.vm.magic.SimulatedMemory}.
 * In an image the compiler represents a value of these types as a bare 64-bit machine word and turns each of their methods into a
 * few instructions. Code that is to run in both worlds keeps three rules: compare with the methods, never with {@code ==};
 * never use {@code null} for one of these types; never store one where an {@code Object} is expected.
 *
 * <p>{@link org.bulkhead.vm.magic.Magic} holds what has no meaning outside an image: object addresses, frames, ports, privileged registers.
 */
package org.bulkhead.vm.magic;
