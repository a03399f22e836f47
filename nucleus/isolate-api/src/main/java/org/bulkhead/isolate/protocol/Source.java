package org.bulkhead.isolate.protocol;

/**
 * Where an installed program came from.
 *
 * @param name of the program
 * @param path of the jar or sealed module
 */
public record Source(@MaxLength(Loader.NAME_LIMIT) String name, @MaxLength(Loader.PATH_LIMIT) String path) {}
