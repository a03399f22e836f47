/**
 * Keyboard and mouse behind the PC's keyboard controller.
 *
 * <p>{@link org.bulkhead.drivers.ps2.Ps2Driver} is the isolate, {@link org.bulkhead.drivers.ps2.Ps2Server} what it serves, {@link org.bulkhead.drivers.ps2.Ps2} the whole device:
 * {@link org.bulkhead.drivers.ps2.Ps2Controller}, the 8042, with {@link org.bulkhead.drivers.ps2.Keyboard} and {@link org.bulkhead.drivers.ps2.Mouse} attached. Facts are from the IBM PS/2
 * Hardware Interface Technical Reference (1990), "Keyboard and Auxiliary Device Controller".
 */
package org.bulkhead.drivers.ps2;
