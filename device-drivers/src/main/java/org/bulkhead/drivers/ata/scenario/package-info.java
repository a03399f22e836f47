/**
 * A disk driver that dies in six ways, for the scenario in which it is restarted each time and nobody loses data.
 *
 * <p>It drives the disks by the same code as the driver that ships, which has none of this.
 */
package org.bulkhead.drivers.ata.scenario;
