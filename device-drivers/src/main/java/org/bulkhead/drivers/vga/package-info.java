/**
 * The screen of a PC in text mode, as a terminal.
 *
 * <p>{@link org.bulkhead.drivers.vga.VgaText} is the adapter. Output goes through {@link org.bulkhead.drivers.vga.EscapeParser}, which takes it apart, and
 * {@link org.bulkhead.drivers.vga.Terminal}, which obeys, to {@link org.bulkhead.drivers.vga.TextScreen}, the cells. What a terminal has to remember besides is
 * {@link org.bulkhead.drivers.vga.TerminalState}. Facts are from IBM's VGA documentation (Personal System/2 Display Adapter Technical Reference), ECMA-48 (5th edition) and the VT100
 * user guide.
 */
package org.bulkhead.drivers.vga;
