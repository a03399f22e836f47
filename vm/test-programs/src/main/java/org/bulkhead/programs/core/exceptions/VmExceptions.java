package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** One exception of every kind that the VM itself raises, caught by its class and by its superclasses. */
public final class VmExceptions {
    private static final int KINDS = 8;

    public static void main(String[] args) {
        for (int kind = 0; kind < KINDS; kind++) {
            try {
                raise(kind, null, 0);
                Out.println("nothing");
            } catch (ArithmeticException e) {
                Out.println("arithmetic");
            } catch (NullPointerException e) {
                Out.println("null pointer");
            } catch (ArrayIndexOutOfBoundsException e) {
                Out.println("array index");
            } catch (ClassCastException e) {
                Out.println("class cast");
            } catch (NegativeArraySizeException e) {
                Out.println("negative size");
            } catch (ArrayStoreException e) {
                Out.println("array store");
            } catch (IllegalMonitorStateException e) {
                Out.println("monitor");
            }
            try {
                raise(kind, null, 0);
            } catch (IndexOutOfBoundsException e) {
                Out.println("some index");
            } catch (RuntimeException e) {
                Out.println(e == null ? "?" : "some runtime exception");
            }
            try {
                raise(kind, null, 0);
            } catch (Throwable e) {
                Out.print(e instanceof Exception);
                Out.print(' ');
                Out.println(e instanceof Error);
            }
        }
    }

    private static void raise(int kind, Object nothing, int zero) {
        switch (kind) {
            case 0: Out.println(1 / zero); break;
            case 1: Out.println(nothing.hashCode()); break;
            case 2: Out.println(new int[zero][1].length + new int[1][zero][0].length); break;
            case 3: Out.println(((String) (Object) new int[1]).length()); break;
            case 4: Out.println(new int[zero - 1].length); break;
            case 5: Object[] a = new String[1]; a[zero] = new Object(); break;
            case 6: Out.println(5L % zero); break;
            default: throw new IllegalMonitorStateException();
        }
    }
}
