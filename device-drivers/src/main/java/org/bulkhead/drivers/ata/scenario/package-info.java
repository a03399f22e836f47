/**
 * Disk drivers for scenarios in which they are restarted each time and nobody loses data: one dies in six ways, one does not get ready in its second life.
 *
 * <p>They drive the disks by the same code as the driver that ships, which has none of this.
 */
package org.bulkhead.drivers.ata.scenario;
