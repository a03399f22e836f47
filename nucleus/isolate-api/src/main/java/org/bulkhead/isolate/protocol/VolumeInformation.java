package org.bulkhead.isolate.protocol;

/**
 * A volume as a whole.
 *
 * @param label its name
 * @param bytes bytes that files and folders can have
 * @param free bytes of these that nothing has yet
 * @param unit bytes in which room is given to files; each takes a whole number of them
 */
public record VolumeInformation(@MaxLength(Files.LABEL_LIMIT) String label, long bytes, long free, int unit) {}
