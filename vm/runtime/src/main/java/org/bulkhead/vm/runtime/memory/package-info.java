/**
 * Allocation and collection: a heap of two halves per program, of which one is in use.
 *
 * <p>Objects are allocated by moving a pointer up ({@link org.bulkhead.vm.runtime.memory.SemiSpaceHeap}). When the half is full, the {@link org.bulkhead.vm.runtime.memory.Collector} copies everything
 * reachable from the {@link org.bulkhead.vm.runtime.memory.Roots} into the other half, breadth first (Cheney's algorithm: the copies themselves are the queue), and the halves change places. The image heap is immortal: its objects are roots, never copied.
 * All of this is written against {@link org.bulkhead.vm.magic.Address}, so the very same code collects random object graphs under JUnit.
 *
 * <p>Why not otherwise: marking and compacting needs less memory but three passes and mark bits; a generational heap needs a write barrier in compiled code. Both fit behind
 * {@link org.bulkhead.vm.runtime.memory.Allocation} when they are worth it.
 */
package org.bulkhead.vm.runtime.memory;
