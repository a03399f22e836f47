/**
 * Parallel ATA disks on the primary channel: by bus-master DMA where the machine has an IDE controller on the PCI bus, otherwise by programmed I/O, where the processor itself moves every sector through
 * the data port.
 *
 * <p>{@link org.bulkhead.drivers.ata.AtaDriver} is the isolate, {@link org.bulkhead.drivers.ata.AtaController} serves its two units,
 * {@link org.bulkhead.drivers.ata.AtaChannel} carries out commands, {@link org.bulkhead.drivers.ata.BusMaster} moves sectors by DMA,
 * {@link org.bulkhead.drivers.ata.TaskFile} the registers. Facts are from the ATA/ATAPI-6 standard (T13/1410D), chapter numbers in the comments.
 */
package org.bulkhead.drivers.ata;
