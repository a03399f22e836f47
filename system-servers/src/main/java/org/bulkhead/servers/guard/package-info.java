/**
 * A block device over another, whose every block has a checksum: {@link org.bulkhead.servers.guard.Guard}. It finds out when a driver or a disk loses, tears, misdirects or changes data, complains about the
 * driver, and never delivers data that are not what was written. docs/guard.md tells the rest.
 */
package org.bulkhead.servers.guard;
