package org.bulkhead.volume;

/**
 * What the parts of a volume in use share.
 *
 * @param layout where its parts lie
 * @param blocks the disk
 * @param table which clusters belong together
 * @param sectors the sectors of folders
 */
record Medium(FatLayout layout, Blocks blocks, FatTable table, SectorCache sectors) {}
