package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** Calls and field accesses on null fail, whatever kind of call it is and however far off the field lies. */
public final class NullReceivers {
    private interface Talker {
        int talk();
    }

    private static class Person implements Talker {
        long far0, far1, far2, far3, far4, far5, far6, far7;
        int age;
        static int count = 5;
        Person friend;

        @Override
        public int talk() {
            return 1;
        }

        final int fixed() {
            return 2;
        }

        private int own() {
            return 3;
        }

        static int shared() {
            return 4;
        }
    }

    public static void main(String[] args) {
        Person nobody = args.length > 50 ? new Person() : null;
        Talker silent = nobody;
        int caught = 0;
        try {
            nobody.talk();
        } catch (NullPointerException e) {
            caught |= 1;
        }
        try {
            nobody.fixed();
        } catch (NullPointerException e) {
            caught |= 2;
        }
        try {
            nobody.own();
        } catch (NullPointerException e) {
            caught |= 4;
        }
        try {
            silent.talk();
        } catch (NullPointerException e) {
            caught |= 8;
        }
        try {
            Out.println(nobody.age);
        } catch (NullPointerException e) {
            caught |= 16;
        }
        try {
            nobody.far7 = 3;
        } catch (NullPointerException e) {
            caught |= 32;
        }
        try {
            nobody.friend.friend.age++;
        } catch (NullPointerException e) {
            caught |= 64;
        }
        try {
            nobody.hashCode();
        } catch (NullPointerException e) {
            caught |= 128;
        }
        try {
            new Person().friend.talk();
        } catch (NullPointerException e) {
            caught |= 256;
        }
        Out.println(caught);
        Out.println(Person.shared() + Person.count);
    }
}
