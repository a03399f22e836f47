/** Versions of the disk driver that are of no use: each fails at another step of a live update, so that scenarios and tests see the old one go on. */
package org.bulkhead.drivers.ata.badversion;
