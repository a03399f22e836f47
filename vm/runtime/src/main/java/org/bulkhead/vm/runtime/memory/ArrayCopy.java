package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.types.Hubs;
import org.bulkhead.vm.runtime.types.TypeChecks;

/** Copies memory and arrays; source and destination may overlap. */
public final class ArrayCopy {
    private ArrayCopy() {}

    /** Copies {@code bytes} bytes as if all were read before the first is written. Allocates nothing. */
    public static void move(Address from, Address to, long bytes) {
        if (to.below(from) || to.atLeast(from.plus(bytes))) {
            Magic.copy(from, to, bytes);
            return;
        }
        long left = bytes;
        while (left >= Long.BYTES) {
            left -= Long.BYTES;
            to.plus(left).storeLong(from.plus(left).loadLong());
        }
        while (left > 0) {
            left--;
            to.plus(left).storeByte(from.plus(left).loadByte());
        }
    }

    /** Sets {@code bytes} bytes to {@code value}. Allocates nothing. */
    public static void fill(Address start, long bytes, byte value) {
        for (long i = 0; i < bytes; i++) {
            start.plus(i).storeByte(value);
        }
    }

    /** Copies elements of 2, 4 or 8 bytes with the bytes of each in reverse order. Allocates nothing. */
    public static void moveSwapped(Address from, Address to, long bytes, long elementSize) {
        move(from, to, bytes);
        for (long at = 0; at < bytes; at += elementSize) {
            Address element = to.plus(at);
            if (elementSize == Short.BYTES) {
                element.storeShort(Short.reverseBytes(element.loadShort()));
            } else if (elementSize == Integer.BYTES) {
                element.storeInt(Integer.reverseBytes(element.loadInt()));
            } else {
                element.storeLong(Long.reverseBytes(element.loadLong()));
            }
        }
    }

    /** Does what {@code System.arraycopy} promises, with the same exceptions and messages as other VMs. */
    public static void copy(Object source, int sourcePosition, Object destination, int destinationPosition, int length) {
        if (source == null || destination == null) {
            throw new NullPointerException();
        }
        Address from = Hubs.of(source);
        Address to = Hubs.of(destination);
        if (!from.sameAs(to)) {
            checkTypes(from, to);
        }
        if ((sourcePosition | destinationPosition | length) < 0 || sourcePosition > lengthOf(source) - length || destinationPosition > lengthOf(destination) - length) {
            throw outOfBounds(source, sourcePosition, destination, destinationPosition, length);
        }
        if (from.sameAs(to) || !Hubs.isReferenceArray(from) || TypeChecks.isSubtype(Hubs.component(from), Hubs.component(to))) {
            if (!Hubs.isArray(from)) {
                checkTypes(from, to);
            }
            int logSize = Hubs.logElementSize(from);
            int base = Hubs.arrayBase(from);
            move(Magic.addressOf(source).plus(base + ((long) sourcePosition << logSize)), Magic.addressOf(destination).plus(base + ((long) destinationPosition << logSize)),
                (long) length << logSize);
        } else {
            copyChecked((Object[]) source, sourcePosition, (Object[]) destination, destinationPosition, length);
        }
    }

    private static int lengthOf(Object array) {
        return Magic.addressOf(array).loadInt(ObjectLayout.ARRAY_LENGTH);
    }

    private static void checkTypes(Address from, Address to) {
        if (!Hubs.isArray(from)) {
            throw new ArrayStoreException("arraycopy: source type " + name(from) + " is not an array");
        }
        if (!Hubs.isArray(to)) {
            throw new ArrayStoreException("arraycopy: destination type " + name(to) + " is not an array");
        }
        if (Hubs.isReferenceArray(from) && Hubs.isReferenceArray(to)) {
            return;
        }
        if (!from.sameAs(to)) {
            throw new ArrayStoreException("arraycopy: type mismatch: can not copy " + describe(from, "[]") + " into " + describe(to, "[]"));
        }
    }

    private static String name(Address hub) {
        return Hubs.mirror(hub).getName();
    }

    private static String describe(Address hub, String brackets) {
        return (Hubs.isReferenceArray(hub) ? "object array" : name(Hubs.component(hub))) + brackets;
    }

    private static ArrayIndexOutOfBoundsException outOfBounds(Object source, int sourcePosition, Object destination, int destinationPosition, int length) {
        if (!Hubs.isArray(Hubs.of(source))) {
            checkTypes(Hubs.of(source), Hubs.of(destination));
        }
        String from = describe(Hubs.of(source), "[" + lengthOf(source) + "]");
        String to = describe(Hubs.of(destination), "[" + lengthOf(destination) + "]");
        String text;
        if (sourcePosition < 0) {
            text = "source index " + sourcePosition + " out of bounds for " + from;
        } else if (destinationPosition < 0) {
            text = "destination index " + destinationPosition + " out of bounds for " + to;
        } else if (length < 0) {
            text = "length " + length + " is negative";
        } else if (sourcePosition > lengthOf(source) - length) {
            text = "last source index " + Integer.toUnsignedString(sourcePosition + length) + " out of bounds for " + from;
        } else {
            text = "last destination index " + Integer.toUnsignedString(destinationPosition + length) + " out of bounds for " + to;
        }
        return new ArrayIndexOutOfBoundsException("arraycopy: " + text);
    }

    private static void copyChecked(Object[] source, int sourcePosition, Object[] destination, int destinationPosition, int length) {
        Address component = Hubs.component(Hubs.of(destination));
        for (int i = 0; i < length; i++) {
            Object element = source[sourcePosition + i];
            if (element != null && !TypeChecks.isSubtype(Hubs.of(element), component)) {
                throw new ArrayStoreException("arraycopy: element type mismatch: can not cast one of the elements of " + name(Hubs.component(Hubs.of(source)))
                    + "[] to the type of the destination array, " + name(component));
            }
            destination[destinationPosition + i] = element;
        }
    }
}
