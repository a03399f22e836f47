package org.bulkhead.vm.compiler.transform.samples;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Accesses through handles of every sort, in every mode. */
public final class VarHandles {
    private static final VarHandle INT;
    private static final VarHandle LONG;
    private static final VarHandle BYTE;
    private static final VarHandle SHORT;
    private static final VarHandle CHAR;
    private static final VarHandle BOOLEAN;
    private static final VarHandle FLOAT;
    private static final VarHandle DOUBLE;
    private static final VarHandle TEXT;
    private static final VarHandle FINAL;
    private static final VarHandle STATIC_INT;
    private static final VarHandle STATIC_TEXT;
    static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle DOUBLES = MethodHandles.arrayElementVarHandle(double[].class);
    private static final VarHandle OBJECTS = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final VarHandle BIG_LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN).withInvokeExactBehavior();
    private static final VarHandle NATIVE_CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());
    private static final VarHandle BIG_DOUBLE = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BUFFER = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final AtomicIntegerFieldUpdater<VarHandles> UPDATE_INT = AtomicIntegerFieldUpdater.newUpdater(VarHandles.class, "updatedInt");
    private static final AtomicLongFieldUpdater<VarHandles> UPDATE_LONG = AtomicLongFieldUpdater.newUpdater(VarHandles.class, "updatedLong");
    private static final AtomicReferenceFieldUpdater<VarHandles, String> UPDATE_TEXT =
        AtomicReferenceFieldUpdater.newUpdater(VarHandles.class, String.class, "updatedText");

    private static int staticInt;
    private static String staticText;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            INT = lookup.findVarHandle(VarHandles.class, "i", int.class);
            LONG = lookup.findVarHandle(VarHandles.class, "l", long.class);
            BYTE = lookup.findVarHandle(VarHandles.class, "b", byte.class);
            SHORT = lookup.findVarHandle(VarHandles.class, "s", short.class);
            CHAR = lookup.findVarHandle(VarHandles.class, "c", char.class);
            BOOLEAN = lookup.findVarHandle(VarHandles.class, "z", boolean.class);
            FLOAT = lookup.findVarHandle(VarHandles.class, "f", float.class);
            DOUBLE = lookup.findVarHandle(VarHandles.class, "d", double.class);
            TEXT = lookup.findVarHandle(VarHandles.class, "text", String.class);
            FINAL = lookup.findVarHandle(VarHandles.class, "constant", int.class);
            STATIC_INT = lookup.findStaticVarHandle(VarHandles.class, "staticInt", int.class);
            STATIC_TEXT = lookup.findStaticVarHandle(VarHandles.class, "staticText", String.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int i;
    private long l;
    private byte b;
    private short s;
    private char c;
    private boolean z;
    private float f;
    private double d;
    private String text;
    private final int constant;
    private volatile int updatedInt;
    private volatile long updatedLong;
    private volatile String updatedText;

    private VarHandles(int constant) {
        this.constant = constant;
    }

    /** Does its work and returns a transcript. */
    public static String run() {
        List<Object> out = new ArrayList<>();
        staticInt = 0;
        staticText = null;
        VarHandles it = new VarHandles(42);
        ints(out, it);
        others(out, it);
        texts(out, it);
        statics(out);
        arrays(out);
        views(out);
        updaters(out, it);
        errors(out, it);
        VarHandle.fullFence();
        VarHandle.acquireFence();
        VarHandle.releaseFence();
        VarHandle.loadLoadFence();
        VarHandle.storeStoreFence();
        out.add(Inner.use());
        return out.toString();
    }

    private static void ints(List<Object> out, VarHandles it) {
        INT.set(it, 1);
        out.add((int) INT.get(it));
        INT.setVolatile(it, 2);
        out.add((int) INT.getVolatile(it));
        INT.setOpaque(it, 3);
        out.add((int) INT.getOpaque(it));
        INT.setRelease(it, 4);
        out.add((int) INT.getAcquire(it));
        out.add(INT.compareAndSet(it, 4, 5));
        out.add(INT.compareAndSet(it, 4, 6));
        out.add(INT.weakCompareAndSet(it, 5, 6) + "" + INT.weakCompareAndSetPlain(it, 6, 7) + INT.weakCompareAndSetAcquire(it, 7, 8) + INT.weakCompareAndSetRelease(it, 8, 9));
        out.add((int) INT.compareAndExchange(it, 9, 10) + (int) INT.compareAndExchangeAcquire(it, 10, 11) + (int) INT.compareAndExchangeRelease(it, 0, 12));
        out.add((int) INT.getAndSet(it, 13) + (int) INT.getAndSetAcquire(it, 14) + (int) INT.getAndSetRelease(it, 15));
        out.add((int) INT.getAndAdd(it, 1) + (int) INT.getAndAddAcquire(it, 2) + (int) INT.getAndAddRelease(it, 3));
        out.add((int) INT.getAndBitwiseOr(it, 64) + (int) INT.getAndBitwiseAnd(it, ~1) + (int) INT.getAndBitwiseXor(it, 3));
        INT.getAndAdd(it, 1);
        out.add((long) INT.get(it));
        out.add((Object) INT.get(it));
        INT.set(it, (Integer) 77);
        INT.set((Object) it, (byte) 78);
        out.add(it.i);
    }

    private static void others(List<Object> out, VarHandles it) {
        LONG.setVolatile(it, 1L << 40);
        out.add((long) LONG.getAndAdd(it, 5) + (long) LONG.getAcquire(it));
        LONG.set(it, 3);
        out.add(LONG.compareAndSet(it, 3L, Long.MIN_VALUE) + " " + it.l);
        BYTE.setVolatile(it, (byte) 100);
        out.add((byte) BYTE.getAndAdd(it, (byte) 100) + " " + it.b + BYTE.compareAndSet(it, (byte) -56, (byte) 7) + it.b);
        SHORT.setRelease(it, (short) -3);
        out.add((short) SHORT.getAndBitwiseAnd(it, (short) 0xFF) + " " + (short) SHORT.getVolatile(it));
        CHAR.setOpaque(it, 'x');
        out.add((char) CHAR.getAndSet(it, 'y') + "" + (char) CHAR.compareAndExchange(it, 'y', '\uffff') + (char) CHAR.getAcquire(it));
        BOOLEAN.setVolatile(it, true);
        out.add((boolean) BOOLEAN.getAndBitwiseXor(it, true) + "" + (boolean) BOOLEAN.getVolatile(it) + BOOLEAN.compareAndSet(it, false, true) + it.z);
        FLOAT.setVolatile(it, 1.5f);
        out.add((float) FLOAT.getAndAdd(it, 1f) + (float) FLOAT.getVolatile(it) + " " + FLOAT.compareAndSet(it, 2.5f, Float.NaN) + it.f);
        DOUBLE.setVolatile(it, -0.0);
        out.add(DOUBLE.compareAndSet(it, 0.0, 1.0) + " " + DOUBLE.compareAndSet(it, -0.0, 1.0) + (double) DOUBLE.getAndSet(it, 2.0) + it.d);
        out.add((int) FINAL.get(it) + (int) FINAL.getVolatile(it));
    }

    private static void texts(List<Object> out, VarHandles it) {
        TEXT.set(it, "a");
        out.add((String) TEXT.get(it) + TEXT.get(it));
        out.add(TEXT.compareAndSet(it, "a", "b") + " " + TEXT.compareAndSet(it, "a", "c") + (String) TEXT.getAndSet(it, "d"));
        TEXT.setRelease(it, null);
        out.add(TEXT.compareAndSet(it, null, "e") + (String) TEXT.getAcquire(it) + (CharSequence) TEXT.compareAndExchange(it, "e", "f"));
        Object o = TEXT.getVolatile(it);
        out.add(o);
    }

    private static void statics(List<Object> out) {
        STATIC_INT.set(5);
        out.add((int) STATIC_INT.getAndAdd(3) + (int) STATIC_INT.getVolatile() + (int) STATIC_INT.getAndBitwiseOr(1));
        out.add(STATIC_INT.compareAndSet(9, 10) + " " + STATIC_INT.compareAndSet(9, 11) + (int) STATIC_INT.compareAndExchange(10, 12) + staticInt);
        STATIC_TEXT.setVolatile("s");
        out.add((String) STATIC_TEXT.getAndSet("t") + STATIC_TEXT.compareAndSet("t", "u") + (String) STATIC_TEXT.getAcquire() + staticText);
    }

    private static void arrays(List<Object> out) {
        int[] ints = new int[4];
        INTS.set(ints, 1, 5);
        INTS.setVolatile(ints, 2, 6);
        out.add((int) INTS.getAndAdd(ints, 1, 10) + (int) INTS.getVolatile(ints, 1) + " " + INTS.compareAndSet(ints, 2, 6, 7) + INTS.compareAndSet(ints, 3, 6, 7) + Arrays.toString(ints));
        double[] doubles = {1, 2};
        out.add((double) DOUBLES.getAndAdd(doubles, 1, 0.5) + (double) DOUBLES.get(doubles, 1) + (double) DOUBLES.getAcquire(doubles, 0));
        Object[] objects = new Object[2];
        OBJECTS.setRelease(objects, 0, "x");
        out.add(OBJECTS.compareAndSet(objects, 0, "x", 1) + "" + OBJECTS.getAndSet(objects, 1, 2.0) + Arrays.toString(objects));
        String[] strings = {"s"};
        OBJECTS.set(strings, 0, "t");
        out.add((Object) OBJECTS.getVolatile(strings, 0));
        for (int i = 0; i < 3; i++) {
            try {
                switch (i) {
                    case 0 -> OBJECTS.set(strings, 0, (Object) 1);
                    case 1 -> OBJECTS.setVolatile(strings, 0, (Object) 1);
                    default -> OBJECTS.compareAndSet(strings, 0, (Object) "t", (Object) 1);
                }
                out.add("stored");
            } catch (ClassCastException | ArrayStoreException e) {
                out.add(e);
            }
        }
        for (int index : new int[] {-1, 4, Integer.MAX_VALUE}) {
            try {
                out.add(INTS.compareAndSet(ints, index, 0, 1));
            } catch (ArrayIndexOutOfBoundsException e) {
                out.add(e.getMessage());
            }
            try {
                out.add((int) INTS.get(ints, index));
            } catch (ArrayIndexOutOfBoundsException e) {
                out.add(e.getMessage());
            }
        }
        try {
            INTS.getAndAdd((int[]) null, 0, 1);
        } catch (NullPointerException e) {
            out.add("null array");
        }
    }

    private static void views(List<Object> out) {
        byte[] bytes = new byte[11];
        BIG_LONG.set(bytes, 3, 0x0102030405060708L);
        out.add(Arrays.toString(bytes) + (long) BIG_LONG.get(bytes, 3) + " " + (long) BIG_LONG.get(bytes, 0));
        LITTLE_INT.set(bytes, 1, 0x01020380);
        out.add(Arrays.toString(bytes) + (int) LITTLE_INT.get(bytes, 1) + " " + (int) LITTLE_INT.get(bytes, 7));
        NATIVE_CHAR.set(bytes, 9, '\u1234');
        out.add((char) NATIVE_CHAR.get(bytes, 9) + Arrays.toString(bytes));
        BIG_DOUBLE.set(bytes, 2, Math.PI);
        out.add((double) BIG_DOUBLE.get(bytes, 2) + Arrays.toString(bytes));
        for (int index : new int[] {-1, 4, 8, Integer.MAX_VALUE}) {
            try {
                out.add((long) BIG_LONG.get(bytes, index));
            } catch (IndexOutOfBoundsException e) {
                out.add(e.getMessage());
            }
        }
        ByteBuffer buffer = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
        BUFFER.set(buffer, 1, 0x01020304);
        out.add((int) BUFFER.get(buffer, 1) + Arrays.toString(buffer.array()) + buffer.order());
        try {
            out.add((int) BUFFER.get(buffer, 6));
        } catch (IndexOutOfBoundsException e) {
            out.add("buffer bounds");
        }
    }

    private static void updaters(List<Object> out, VarHandles it) {
        out.add(UPDATE_INT.incrementAndGet(it) + UPDATE_INT.getAndAdd(it, 5) + UPDATE_INT.getAndSet(it, 9) + UPDATE_INT.updateAndGet(it, x -> x * 2));
        UPDATE_INT.lazySet(it, 3);
        out.add(UPDATE_INT.compareAndSet(it, 3, 4) + "" + UPDATE_INT.weakCompareAndSet(it, 4, 5) + UPDATE_INT.get(it));
        UPDATE_LONG.set(it, 1L << 33);
        out.add(UPDATE_LONG.getAndIncrement(it) + UPDATE_LONG.addAndGet(it, -1) + it.updatedLong);
        UPDATE_TEXT.set(it, "u");
        out.add(UPDATE_TEXT.getAndSet(it, "v") + UPDATE_TEXT.compareAndSet(it, "v", "w") + UPDATE_TEXT.accumulateAndGet(it, "x", String::concat));
        try {
            UPDATE_INT.get(null);
        } catch (ClassCastException e) {
            out.add("updater: class cast");
        }
        try {
            raw(UPDATE_TEXT).set(it, 1);
        } catch (ClassCastException e) {
            out.add("updater: class cast");
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static AtomicReferenceFieldUpdater<Object, Object> raw(AtomicReferenceFieldUpdater updater) {
        return updater;
    }

    private static void errors(List<Object> out, VarHandles it) {
        try {
            INT.set((VarHandles) null, 1);
        } catch (NullPointerException e) {
            out.add("null set");
        }
        try {
            out.add((int) INT.getVolatile((VarHandles) null));
        } catch (NullPointerException e) {
            out.add("null getVolatile");
        }
        try {
            out.add(TEXT.compareAndSet((VarHandles) null, "a", "b"));
        } catch (NullPointerException e) {
            out.add("null compareAndSet");
        }
        try {
            out.add((int) INT.get((Object) "string"));
        } catch (ClassCastException e) {
            out.add("class cast");
        }
        try {
            TEXT.setVolatile(it, (Object) 1);
        } catch (ClassCastException e) {
            out.add("class cast");
        }
        try {
            FINAL.setVolatile(it, 1);
        } catch (UnsupportedOperationException e) {
            out.add("unsupported");
        }
        try {
            TEXT.getAndAdd(it, "x");
        } catch (UnsupportedOperationException e) {
            out.add("unsupported");
        }
    }

    /** Uses handles of the outer class, and one of a field there. */
    private static final class Inner {
        private static final VarHandle OUTER;

        static {
            try {
                OUTER = MethodHandles.privateLookupIn(VarHandles.class, MethodHandles.lookup()).findVarHandle(VarHandles.class, "i", int.class);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        static String use() {
            VarHandles it = new VarHandles(1);
            it.text = "first";
            int[] array = {3};
            return TEXT.compareAndSet(it, "first", "inner") + it.text + (int) OUTER.getAndAdd(it, 3) + (int) OUTER.getVolatile(it) + (int) INTS.getAndSet(array, 0, 4) + array[0];
        }
    }
}
