package org.bulkhead.drivers.ata;

/**
 * A disk as it described itself.
 *
 * @param blocks sectors that can be addressed by 28 bits
 * @param sectorsPerTransfer sectors between two interrupts; 1 = the disk cannot do more
 * @param model what it calls itself
 */
record AtaUnit(long blocks, int sectorsPerTransfer, String model) {}
