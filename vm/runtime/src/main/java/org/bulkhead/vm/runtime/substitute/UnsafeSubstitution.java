package org.bulkhead.vm.runtime.substitute;

import java.security.ProtectionDomain;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.RuntimeCalls;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.memory.ArrayCopy;
import org.bulkhead.vm.runtime.monitor.Parking;
import org.bulkhead.vm.runtime.platform.PlatformHolder;
import org.bulkhead.vm.runtime.thread.VmThread;
import org.bulkhead.vm.runtime.types.ClassInitialization;
import org.bulkhead.vm.runtime.types.Hubs;

/** Raw memory: an object and an offset are added up to an address; the null object gives absolute addresses. */
@Substitutes("jdk.internal.misc.Unsafe")
final class UnsafeSubstitution {
    private static final String MEMORY = "a load or store";
    private static final String ATOMIC = "a compare-and-exchange instruction";
    private static final String BUILD_TIME = "field offsets are known only while the image is built";
    private static final int ACC_ABSTRACT = 0x400;

    private UnsafeSubstitution() {}

    private static Address at(Object object, long offset) {
        return Magic.addressOf(object).plus(offset);
    }

    @Replace(reason = "nothing to register")
    private static void registerNatives() {}

    @Replace(reason = MEMORY)
    public boolean getBoolean(Object object, long offset) {
        return at(object, offset).loadByte() != 0;
    }

    @Replace(reason = MEMORY)
    public void putBoolean(Object object, long offset, boolean value) {
        at(object, offset).storeByte((byte) (value ? 1 : 0));
    }

    @Replace(reason = MEMORY)
    public boolean getBooleanVolatile(Object object, long offset) {
        return at(object, offset).loadByte() != 0;
    }

    @Replace(reason = MEMORY)
    public void putBooleanVolatile(Object object, long offset, boolean value) {
        at(object, offset).storeByte((byte) (value ? 1 : 0));
        Magic.fence();
    }

    @Replace(reason = MEMORY)
    public byte getByte(Object object, long offset) {
        return at(object, offset).loadByte();
    }

    @Replace(reason = MEMORY)
    public void putByte(Object object, long offset, byte value) {
        at(object, offset).storeByte(value);
    }

    @Replace(reason = MEMORY)
    public byte getByteVolatile(Object object, long offset) {
        return at(object, offset).loadByte();
    }

    @Replace(reason = MEMORY)
    public void putByteVolatile(Object object, long offset, byte value) {
        at(object, offset).storeByte(value);
        Magic.fence();
    }

    @Replace(reason = MEMORY)
    public short getShort(Object object, long offset) {
        return at(object, offset).loadShort();
    }

    @Replace(reason = MEMORY)
    public void putShort(Object object, long offset, short value) {
        at(object, offset).storeShort(value);
    }

    @Replace(reason = MEMORY)
    public short getShortVolatile(Object object, long offset) {
        return at(object, offset).loadShort();
    }

    @Replace(reason = MEMORY)
    public void putShortVolatile(Object object, long offset, short value) {
        at(object, offset).storeShort(value);
        Magic.fence();
    }

    @Replace(reason = MEMORY)
    public char getChar(Object object, long offset) {
        return at(object, offset).loadChar();
    }

    @Replace(reason = MEMORY)
    public void putChar(Object object, long offset, char value) {
        at(object, offset).storeChar(value);
    }

    @Replace(reason = MEMORY)
    public char getCharVolatile(Object object, long offset) {
        return at(object, offset).loadChar();
    }

    @Replace(reason = MEMORY)
    public void putCharVolatile(Object object, long offset, char value) {
        at(object, offset).storeChar(value);
        Magic.fence();
    }

    @Replace(reason = MEMORY)
    public int getInt(Object object, long offset) {
        return at(object, offset).loadInt();
    }

    @Replace(reason = MEMORY)
    public void putInt(Object object, long offset, int value) {
        at(object, offset).storeInt(value);
    }

    @Replace(reason = MEMORY)
    public int getIntVolatile(Object object, long offset) {
        return at(object, offset).loadInt();
    }

    @Replace(reason = MEMORY)
    public void putIntVolatile(Object object, long offset, int value) {
        at(object, offset).storeInt(value);
        Magic.fence();
    }

    @Replace(reason = MEMORY)
    public long getLong(Object object, long offset) {
        return at(object, offset).loadLong();
    }

    @Replace(reason = MEMORY)
    public void putLong(Object object, long offset, long value) {
        at(object, offset).storeLong(value);
    }

    @Replace(reason = MEMORY)
    public long getLongVolatile(Object object, long offset) {
        return at(object, offset).loadLong();
    }

    @Replace(reason = MEMORY)
    public void putLongVolatile(Object object, long offset, long value) {
        at(object, offset).storeLong(value);
        Magic.fence();
    }

    @Replace(reason = MEMORY)
    public float getFloat(Object object, long offset) {
        return at(object, offset).loadFloat();
    }

    @Replace(reason = MEMORY)
    public void putFloat(Object object, long offset, float value) {
        at(object, offset).storeFloat(value);
    }

    @Replace(reason = MEMORY)
    public float getFloatVolatile(Object object, long offset) {
        return at(object, offset).loadFloat();
    }

    @Replace(reason = MEMORY)
    public void putFloatVolatile(Object object, long offset, float value) {
        at(object, offset).storeFloat(value);
        Magic.fence();
    }

    @Replace(reason = MEMORY)
    public double getDouble(Object object, long offset) {
        return at(object, offset).loadDouble();
    }

    @Replace(reason = MEMORY)
    public void putDouble(Object object, long offset, double value) {
        at(object, offset).storeDouble(value);
    }

    @Replace(reason = MEMORY)
    public double getDoubleVolatile(Object object, long offset) {
        return at(object, offset).loadDouble();
    }

    @Replace(reason = MEMORY)
    public void putDoubleVolatile(Object object, long offset, double value) {
        at(object, offset).storeDouble(value);
        Magic.fence();
    }

    @Replace(reason = MEMORY)
    public Object getReference(Object object, long offset) {
        return Magic.objectAt(at(object, offset).loadReference(0));
    }

    @Replace(reason = MEMORY)
    public void putReference(Object object, long offset, Object value) {
        at(object, offset).storeReference(Magic.addressOf(value), 0);
    }

    @Replace(reason = MEMORY)
    public Object getReferenceVolatile(Object object, long offset) {
        return getReference(object, offset);
    }

    @Replace(reason = MEMORY)
    public void putReferenceVolatile(Object object, long offset, Object value) {
        putReference(object, offset, value);
        Magic.fence();
    }

    @Replace(reason = ATOMIC)
    public boolean compareAndSetInt(Object object, long offset, int expected, int value) {
        return at(object, offset).compareAndSetInt(expected, value, 0);
    }

    @Replace(reason = ATOMIC)
    public boolean compareAndSetLong(Object object, long offset, long expected, long value) {
        return at(object, offset).compareAndSetLong(expected, value, 0);
    }

    @Replace(reason = ATOMIC)
    public boolean compareAndSetReference(Object object, long offset, Object expected, Object value) {
        return at(object, offset).compareAndSetInt(Magic.addressOf(expected).toInt(), Magic.addressOf(value).toInt(), 0);
    }

    @Replace(reason = ATOMIC)
    public int compareAndExchangeInt(Object object, long offset, int expected, int value) {
        while (true) {
            int found = at(object, offset).loadInt();
            if (found != expected || compareAndSetInt(object, offset, expected, value)) {
                return found;
            }
        }
    }

    @Replace(reason = ATOMIC)
    public long compareAndExchangeLong(Object object, long offset, long expected, long value) {
        while (true) {
            long found = at(object, offset).loadLong();
            if (found != expected || compareAndSetLong(object, offset, expected, value)) {
                return found;
            }
        }
    }

    @Replace(reason = ATOMIC)
    public Object compareAndExchangeReference(Object object, long offset, Object expected, Object value) {
        while (true) {
            Object found = getReference(object, offset);
            if (found != expected || compareAndSetReference(object, offset, expected, value)) {
                return found;
            }
        }
    }

    @Replace(reason = "a fence instruction")
    public void loadFence() {
        Magic.fence();
    }

    @Replace(reason = "a fence instruction")
    public void storeFence() {
        Magic.fence();
    }

    @Replace(reason = "a fence instruction")
    public void fullFence() {
        Magic.fence();
    }

    @Replace(reason = "the VM's heap")
    public Object allocateInstance(Class<?> type) throws InstantiationException {
        Address hub = ClassSubstitution.hubOf(type);
        if (Hubs.kind(hub) != HubLayout.KIND_CLASS || (Hubs.accessFlags(hub) & ACC_ABSTRACT) != 0) {
            throw new InstantiationException(type.getName());
        }
        ClassInitialization.initialize(hub);
        return Allocation.newInstance(hub);
    }

    @Replace(reason = "the VM's unwinder")
    public void throwException(Throwable exception) {
        RuntimeCalls.throwException(exception);
    }

    @Replace(reason = "the VM's scheduler")
    public void park(boolean absolute, long time) {
        if (!Thread.currentThread().isInterrupted()) {
            Parking.park(absolute, time);
        }
    }

    @Replace(reason = "the VM's scheduler")
    public void unpark(Object thread) {
        if (thread != null) {
            VmThread parked = ThreadSubstitution.vmThread((Thread) thread);
            if (parked != null) {
                Parking.unpark(parked);
            }
        }
    }

    @Replace(reason = "the platform's memory")
    private long allocateMemory0(long bytes) {
        return PlatformHolder.platform().allocateMemory(ObjectLayout.align(bytes)).toLong();
    }

    @Replace(reason = "the platform's memory")
    private void freeMemory0(long address) {
        PlatformHolder.platform().freeMemory(Address.fromLong(address));
    }

    @Replace(reason = "byte by byte, or word by word where all is aligned")
    private void setMemory0(Object object, long offset, long bytes, byte value) {
        ArrayCopy.fill(at(object, offset), bytes, value);
    }

    @Replace(reason = "the VM's copy")
    private void copyMemory0(Object from, long fromOffset, Object to, long toOffset, long bytes) {
        ArrayCopy.move(at(from, fromOffset), at(to, toOffset), bytes);
    }

    @Replace(reason = "element by element")
    private void copySwapMemory0(Object from, long fromOffset, Object to, long toOffset, long bytes, long elementSize) {
        ArrayCopy.moveSwapped(at(from, fromOffset), at(to, toOffset), bytes, elementSize);
    }

    @Replace(reason = "in the hub")
    private int arrayBaseOffset0(Class<?> type) {
        return Hubs.arrayBase(ClassSubstitution.hubOf(type));
    }

    @Replace(reason = "in the hub")
    private int arrayIndexScale0(Class<?> type) {
        return 1 << Hubs.logElementSize(ClassSubstitution.hubOf(type));
    }

    @Replace(reason = "the VM's initialisation")
    private void ensureClassInitialized0(Class<?> type) {
        ClassInitialization.initialize(ClassSubstitution.hubOf(type));
    }

    @Replace(reason = "the VM's initialisation")
    private boolean shouldBeInitialized0(Class<?> type) {
        return ClassInitialization.isPending(ClassSubstitution.hubOf(type));
    }

    @Delete(reason = "no memory that outlives power")
    private native void writeback0(long address);

    @Delete(reason = "no memory that outlives power")
    private native void writebackPreSync0();

    @Delete(reason = "no memory that outlives power")
    private native void writebackPostSync0();

    @Delete(reason = "classes are compiled before a program starts")
    public native Class<?> defineClass0(String name, byte[] bytes, int offset, int length, ClassLoader loader, ProtectionDomain domain);

    @Delete(reason = "references are not compressed")
    public native Object getUncompressedObject(long address);

    @Delete(reason = "no load average")
    private native int getLoadAverage0(double[] averages, int count);

    @Delete(reason = "no caller reallocates")
    private native long reallocateMemory0(long address, long bytes);
}
