package org.bulkhead.volume;

import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;

/**
 * A file or folder as the folder around it has it.
 *
 * @param folder the folder around it
 * @param first number of the folder's slot in which its long name begins; {@code index} without one
 * @param index number of the folder's slot that has it
 * @param name its name, the short one if the long one is none of ours
 * @param shortName its short name
 * @param kind file or folder
 * @param start its first cluster, 0 for none
 * @param size bytes of a file
 * @param modified milliseconds since 1970
 */
record Entry(Folder folder, int first, int index, String name, String shortName, FileKind kind, int start, long size, long modified) {
    boolean isFolder() {
        return kind == FileKind.FOLDER;
    }

    boolean isNamed(String wanted) {
        return name.equalsIgnoreCase(wanted) || shortName.equalsIgnoreCase(wanted);
    }

    FileInformation information() {
        return new FileInformation(name, kind, size, modified);
    }
}
