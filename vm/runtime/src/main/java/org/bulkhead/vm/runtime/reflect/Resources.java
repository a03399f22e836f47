package org.bulkhead.vm.runtime.reflect;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.ImageInfo;
import org.bulkhead.vm.runtime.layout.MembersLayout;

/** The files of the class path that are no classes, as they are in the program. Several jars may have a file of the same name. */
public final class Resources {
    private static final int ENTRY_SIZE = 8;
    private static final int CONTENT = 4;
    private static final char NUMBER = '#';

    private Resources() {}

    private static Address table() {
        return Address.fromInt(ImageInfo.resources);
    }

    private static Address entry(int index) {
        return table().plus(MembersLayout.LIST_HEADER + (long) index * ENTRY_SIZE);
    }

    private static String name(int index) {
        return Records.text(entry(index).loadReference(0));
    }

    /** Returns the index of the first file with that name, or -1. */
    private static int first(String name) {
        int low = 0;
        int high = Records.count(table());
        while (low < high) {
            int middle = low + high >>> 1;
            if (name(middle).compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < Records.count(table()) && name(low).equals(name) ? low : -1;
    }

    /** Returns a URL for each file with that name, in the order of the class path. */
    public static List<URL> find(String name) {
        List<URL> found = new ArrayList<>();
        int first = first(name);
        for (int i = first; i >= 0 && i < Records.count(table()) && name(i).equals(name); i++) {
            found.add(ResourceHandler.url(i == first ? name : name + NUMBER + (i - first)));
        }
        return found;
    }

    /** Returns the content of the file that a URL names by its path and, if there are several, its number; null if there is none. */
    static byte[] content(String path, String number) {
        int first = first(path);
        if (first < 0) {
            return null;
        }
        return Records.bytes(entry(number == null ? first : first + Integer.parseInt(number)).loadReference(CONTENT));
    }
}
