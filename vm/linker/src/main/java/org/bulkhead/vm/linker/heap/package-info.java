/**
 * The image heap while it grows: objects in the layout of the target, made by the build-time interpreter and by the linker.
 *
 * <p>{@link org.bulkhead.vm.linker.heap.ImageHeap} is one growing array of bytes. A reference is a 32-bit <em>build address</em>, an index into it; an object looks as
 * {@link org.bulkhead.vm.runtime.layout.ObjectLayout} draws it, except that its hub word holds the number of its type, since hubs have no address before linking. The linker copies what it reaches to
 * final addresses and translates hub words and references on the way. Nothing here ever is a host object, so no state of the host can get into an image.
 */
package org.bulkhead.vm.linker.heap;
