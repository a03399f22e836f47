/**
 * A serial line behind a 16550A UART, driven by interrupts both ways.
 *
 * <p>{@link org.bulkhead.drivers.uart.UartDriver} is the isolate, {@link org.bulkhead.drivers.uart.Uart} the chip, {@link org.bulkhead.drivers.buffer.ByteRing} the buffer in each
 * direction. Facts are from the PC16550D data sheet (National Semiconductor, 1995).
 */
package org.bulkhead.drivers.uart;
