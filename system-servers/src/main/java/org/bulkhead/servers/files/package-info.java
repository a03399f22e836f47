/** The system volume in the system: {@link org.bulkhead.servers.files.FileServer} serves the FAT16 partition of the boot disk. docs/volume.md tells the rest. */
package org.bulkhead.servers.files;
