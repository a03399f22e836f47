package org.bulkhead.isolate.manifest;

/**
 * A range of I/O ports in a manifest.
 *
 * @param name by which the isolate asks for it
 * @param first lowest port
 * @param count number of ports
 */
public record PortGrant(String name, int first, int count) {}
