package org.bulkhead.programs.reflect;

import java.lang.reflect.Field;

/** Fields of every kind are read and written, with the conversions and refusals of the language. */
public final class FieldAccess {
    private FieldAccess() {}

    static class Holder {
        boolean z = true;
        byte b = 1;
        char c = 'c';
        short s = 2;
        int i = 3;
        long j = 4;
        float f = 5.5f;
        double d = 6.5;
        String text = "text";
        final int last = "last".length();
        static int si = 7;
        static long sj = 1L << 40;
        static double sd = 0.25;
        static Object so = "static";
        static final String CONSTANT = "constant";
        static final Object MADE = new StringBuilder("made").toString();
        private int secret = 8;
        volatile int v = 9;
    }

    public static void main(String[] args) throws Exception {
        Holder holder = new Holder();
        for (String name : new String[] {"z", "b", "c", "s", "i", "j", "f", "d", "text", "last", "si", "sj", "sd", "so", "CONSTANT", "MADE", "secret", "v"}) {
            Field field = Holder.class.getDeclaredField(name);
            field.setAccessible(true);
            System.out.println(field + " = " + field.get(holder));
        }
        Object[] values = {true, (byte) 10, 'x', (short) 20, 30, 40L, 50.5f, 60.5, "other", null};
        for (String name : new String[] {"z", "b", "c", "s", "i", "j", "f", "d", "text", "si", "sj", "sd", "so", "last", "CONSTANT", "v"}) {
            Field field = Holder.class.getDeclaredField(name);
            StringBuilder line = new StringBuilder(name);
            for (Object value : values) {
                try {
                    field.set(holder, value);
                    line.append(' ').append(field.get(holder));
                } catch (IllegalArgumentException | IllegalAccessException | NullPointerException e) {
                    line.append(' ').append(e.getClass().getSimpleName());
                }
            }
            System.out.println(line);
        }
        Field i = Holder.class.getDeclaredField("i");
        i.setByte(holder, (byte) -1);
        System.out.println(i.getInt(holder) + " " + i.getLong(holder) + " " + i.getDouble(holder) + " " + holder.i);
        Holder.class.getDeclaredField("d").setChar(holder, 'A');
        System.out.println(holder.d);
        failing(() -> System.out.println(i.getShort(holder)));
        failing(() -> i.setLong(holder, 1));
        failing(() -> i.set(holder, "text"));
        failing(() -> i.set("no holder", 1));
        failing(() -> i.set(null, 1));
        Field last = Holder.class.getDeclaredField("last");
        failing(() -> last.set(holder, 5));
        last.setAccessible(true);
        last.set(holder, 5);
        System.out.println(last.get(holder));
        Field constant = Holder.class.getDeclaredField("MADE");
        constant.setAccessible(true);
        failing(() -> constant.set(null, "x"));
    }

    interface Action {
        void run() throws Exception;
    }

    private static Object failing(Action action) {
        try {
            action.run();
            System.out.println("done");
        } catch (Exception e) {
            System.out.println(e);
        }
        return null;
    }
}
