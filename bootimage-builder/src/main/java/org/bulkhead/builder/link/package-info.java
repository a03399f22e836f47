/**
 * From the roots of a world to bytes at addresses.
 *
 * <p>A {@link org.bulkhead.builder.link.Closure} compiles everything that the roots of one {@link org.bulkhead.builder.World} can reach, runs the
 * initialisers that run at build time on the way, and remembers for each thing what first asked for it. A {@link org.bulkhead.builder.link.WorldLinker} then
 * gives code, metadata and data their addresses, writes hubs, code table, heap and static fields, and patches the code. What the pieces look like stands in
 * {@code org.bulkhead.vm.runtime.layout}; a file format for the result ({@link org.bulkhead.builder.link.ElfFile}, {@link org.bulkhead.builder.disk.KernelImageFile}) is the last step.
 *
 * <p>Reachability is not computed from bytecode a second time: a method reaches what its compiled form refers to. That is slower than a bytecode scan, and it cannot disagree with the compiler.
 */
package org.bulkhead.builder.link;
