package org.bulkhead.programs.lang.memory;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** A list grows until the heap is full; the error leaves the list usable and as long as it was. */
@AllocatesMuch
public final class GrowingList {
    public static void main(String[] args) {
        List<Object> list = new ArrayList<>();
        int failures = 0;
        boolean consistent = true;
        try {
            while (true) {
                list.add(new int[5000]);
            }
        } catch (OutOfMemoryError e) {
            failures++;
            int size = list.size();
            consistent = size > 100 && list.get(size - 1) instanceof int[];
        }
        list.clear();
        for (int i = 0; i < 1000; i++) {
            list.add(i);
        }
        Out.println(failures + " " + consistent + " " + list.size());
        StringBuilder b = new StringBuilder("x");
        try {
            while (true) {
                b.append(b);
            }
        } catch (OutOfMemoryError e) {
            Out.println(b.length() > 1_000_000);
        }
        b = null;
        Out.println(new String(new char[1000]).length());
    }
}
