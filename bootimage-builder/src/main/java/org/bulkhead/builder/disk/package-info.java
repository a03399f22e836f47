/**
 * The raw disk image that a machine boots: where its parts lie, and how it is written.
 *
 * <p>A disk is a row of 512-byte sectors. The BIOS loads sector 0, the <em>boot sector</em> (or MBR), which also holds the
 * partition table; the sectors after it hold the <em>second stage</em>, a program large enough to find the rest, and from sector
 * 64 on lies the kernel image, whose own header says what goes where in memory.
 */
package org.bulkhead.builder.disk;
