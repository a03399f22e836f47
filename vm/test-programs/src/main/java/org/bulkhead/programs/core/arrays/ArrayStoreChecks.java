package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** An array refuses elements that its run-time type does not admit, and nothing is stored. */
public final class ArrayStoreChecks {
    private interface Shape { }

    private static class Circle implements Shape { }

    private static final class Disc extends Circle { }

    private static final class Square implements Shape { }

    public static void main(String[] args) {
        Object[][] targets = {
            new Object[1], new Shape[1], new Circle[1], new Disc[1], new Square[1], new String[1],
            new int[1][], new Object[1][], new Shape[1][], new Circle[1][]};
        Object[] values = {
            null, new Object(), new Circle(), new Disc(), new Square(), "text",
            new int[2], new long[2], new Object[2], new Circle[2], new Disc[0], new int[1][1]};
        for (Object[] target : targets) {
            for (Object value : values) {
                target[0] = null;
                try {
                    target[0] = value;
                    Out.print(target[0] == value ? 'y' : '?');
                } catch (ArrayStoreException e) {
                    Out.print(target[0] == null ? 'n' : '!');
                }
            }
            Out.println();
        }
        Object[] strings = new String[1];
        try {
            strings[5] = new Object();
        } catch (ArrayIndexOutOfBoundsException e) {
            Out.println("the index is checked first");
        }
    }
}
