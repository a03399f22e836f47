package org.bulkhead.programs.reflect.absent;

/** Not there when the programs run. */
public class Absent {
    public int field;

    public static int twice(int value) {
        return 2 * value;
    }
}
