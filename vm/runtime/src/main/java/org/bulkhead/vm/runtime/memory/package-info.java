/**
 * Allocation and collection: one mark-region heap per program.
 *
 * <p>Objects are allocated by moving a pointer up through free lines ({@link org.bulkhead.vm.runtime.memory.Allocation}, {@code LineAllocator}, {@code FreeMemory}). When they are used up, the
 * {@link org.bulkhead.vm.runtime.memory.Collector} marks everything reachable from the {@link org.bulkhead.vm.runtime.memory.Roots}, and the lines in which nothing was marked are free
 * ({@code HeapTables}). Objects stay where they are, but for those in blocks chosen by {@code Evacuation}. {@link org.bulkhead.vm.runtime.memory.MarkRegionHeap} decides when and how much. The image heap is
 * immortal: its objects are roots, never marked and never moved. {@code References} knows about {@code java.lang.ref}.
 * All of this is written against {@link org.bulkhead.vm.magic.Address}, so the very same code collects random object graphs under JUnit.
 *
 * <p>Why not otherwise: copying everything needs twice the memory, and its pauses move all that lives; a generational heap needs a write barrier in compiled code.
 */
package org.bulkhead.vm.runtime.memory;
