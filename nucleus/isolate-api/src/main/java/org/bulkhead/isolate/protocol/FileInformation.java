package org.bulkhead.isolate.protocol;

/**
 * A file or folder of a volume.
 *
 * @param name its name in its folder, with the case that it was created with; of the root folder {@code /}
 * @param kind which of the two it is
 * @param size bytes of the file; 0 of a folder
 * @param modified milliseconds since 1970 when it was written last, to two seconds; what the volume states in local time is taken as UTC
 */
public record FileInformation(@MaxLength(Files.NAME_LIMIT) String name, FileKind kind, long size, long modified) {}
