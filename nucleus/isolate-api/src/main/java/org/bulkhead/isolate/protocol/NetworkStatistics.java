package org.bulkhead.isolate.protocol;

/**
 * What a network interface has counted since boot.
 *
 * @param received frames that arrived whole
 * @param sent frames that left
 * @param dropped frames that nobody asked for before the driver's queue was full
 * @param missed frames for which the device had no room
 * @param damaged frames with a wrong checksum or alignment
 * @param overflows how often the device's memory was full
 * @param collisions frames that were sent after a collision
 * @param sendErrors frames that did not leave
 * @param resets how often the device had to be set up anew
 */
public record NetworkStatistics(long received, long sent, long dropped, long missed, long damaged, long overflows, long collisions, long sendErrors, long resets) {}
