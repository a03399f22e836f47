/**
 * Parallel ATA disks on the primary channel, by programmed I/O: the processor itself moves every sector through the data port.
 *
 * <p>{@link org.bulkhead.drivers.ata.AtaDriver} is the isolate, {@link org.bulkhead.drivers.ata.AtaController} the protocol of the channel and its two units,
 * {@link org.bulkhead.drivers.ata.TaskFile} the registers. Facts are from the ATA/ATAPI-6 standard (T13/1410D), chapter numbers in the comments.
 */
package org.bulkhead.drivers.ata;
