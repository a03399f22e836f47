/**
 * The screen of a PC in text mode. {@link org.bulkhead.drivers.vga.VgaDriver} is the isolate, {@link org.bulkhead.drivers.vga.VgaText} the adapter; what is written to it goes through
 * {@link org.bulkhead.drivers.terminal.Terminal}. Facts are from IBM's Personal System/2 Display Adapter Technical Reference.
 */
package org.bulkhead.drivers.vga;
