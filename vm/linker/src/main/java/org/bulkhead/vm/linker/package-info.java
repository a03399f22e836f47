/**
 * From the roots of a world to bytes at addresses.
 *
 * <p>A {@link org.bulkhead.vm.linker.Closure} compiles everything that the roots of one {@link org.bulkhead.vm.linker.World} can reach, runs the
 * initialisers that run at build time on the way, and remembers for each thing what first asked for it. A {@link org.bulkhead.vm.linker.WorldLinker} then
 * gives code, metadata and data their addresses, writes hubs, code table, heap and static fields, and patches the code. What the pieces look like stands in
 * {@code org.bulkhead.vm.runtime.layout}; a file format for the result is the last step, and the builder's.
 *
 * <p>Reachability is not computed from bytecode a second time: a method reaches what its compiled form refers to. That is slower than a bytecode scan, and it cannot disagree with the compiler.
 *
 * <p>All of this runs on the build host and inside the running system: no reflection, no files, no host classes.
 */
package org.bulkhead.vm.linker;
