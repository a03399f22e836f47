/**
 * The system volume: files and folders in a FAT16 file system, which any host can read. The same classes make and fill it on the host and serve it in the system.
 *
 * <p>{@link org.bulkhead.volume.FatVolume} is the entry: the protocol {@link org.bulkhead.isolate.protocol.Files} over {@link org.bulkhead.volume.Blocks}. {@link org.bulkhead.volume.FatFormat} makes an empty volume,
 * {@link org.bulkhead.volume.Partition} finds it on a disk. Every change is a row of writes of single sectors, in such an order that after each of them the volume is whole but for clusters that nobody uses, which
 * {@link org.bulkhead.volume.FatCheck} gives back when the volume is used the next time.
 */
package org.bulkhead.volume;
