package org.bulkhead.servers.supervisor;

/**
 * What the supervisor has of an installed program beside its manifest.
 *
 * @param handle its handle of the sealed module
 * @param source where it came from, for people
 * @param installation number of the installation, from 1 on: no two since boot have the same
 */
record InstalledModule(int handle, String source, int installation) {}
