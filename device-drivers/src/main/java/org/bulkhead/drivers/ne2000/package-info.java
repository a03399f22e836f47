/**
 * NE2000 network cards on the PCI bus (RTL8029): a DP8390 with 16 KiB of memory of its own, into which the processor moves every frame through a data port.
 *
 * <p>{@link org.bulkhead.drivers.ne2000.Ne2000Driver} is the isolate, {@link org.bulkhead.drivers.ne2000.Ne2000} the card's life (setting up, sending, receiving, recovering),
 * {@link org.bulkhead.drivers.ne2000.CardMemory} the way to its memory, {@link org.bulkhead.drivers.ne2000.Dp8390} the registers, and {@link org.bulkhead.drivers.buffer.FrameQueue} holds
 * frames until somebody asks for them. Facts are from National Semiconductor's data sheet DP8390D/NS32490D and Realtek's RTL8029AS, sections in the comments.
 */
package org.bulkhead.drivers.ne2000;
