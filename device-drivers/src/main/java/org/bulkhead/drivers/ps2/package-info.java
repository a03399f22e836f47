/**
 * Keyboard and mouse behind the PC's keyboard controller.
 *
 * <p>{@link org.bulkhead.drivers.ps2.Ps2} is the whole, {@link org.bulkhead.drivers.ps2.Ps2Controller} the 8042, {@link org.bulkhead.drivers.ps2.Keyboard} and
 * {@link org.bulkhead.drivers.ps2.Mouse} what is attached. On their way keys become, one after the other, scan codes, {@link org.bulkhead.isolate.protocol.Key}s
 * ({@link org.bulkhead.drivers.ps2.ScanCodes}), events ({@link org.bulkhead.drivers.ps2.Modifiers}, {@link org.bulkhead.drivers.ps2.Layout}) and a terminal's characters
 * ({@link org.bulkhead.drivers.ps2.TerminalKeys}). Facts are from the IBM PS/2 Hardware Interface Technical Reference (1990), "Keyboard and Auxiliary Device Controller".
 */
package org.bulkhead.drivers.ps2;
