/**
 * Version B of the disk driver, to which {@code ata0} can be updated while it runs: the same controller behind a {@link org.bulkhead.drivers.ata.readahead.ReadAhead}, which reads on where somebody reads
 * in small steps.
 */
package org.bulkhead.drivers.ata.readahead;
