package org.bulkhead.isolate.testkit.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.bulkhead.isolate.WindowAccess;
import org.bulkhead.vm.magic.Address;

/** Device memory as isolates reach it: through their page tables, to the model of the device that lies there; where there is none, it is memory that keeps what is written to it. */
final class DeviceWindows implements WindowAccess {
    private record Entry(long first, long bytes, WindowAccess device) {
        boolean has(long physical) {
            return physical >= first && physical < first + bytes;
        }
    }

    private final SimulatedMachine machine;
    /** What lies where there is no model: addresses are the isolate's own. */
    private final WindowAccess memory = WindowAccess.byProcessor();
    private final List<Entry> entries = new ArrayList<>();

    DeviceWindows(SimulatedMachine machine) {
        this.machine = machine;
    }

    /** Lets {@code device} answer for {@code bytes} bytes of physical addresses; it is given those. */
    void add(long first, long bytes, WindowAccess device) {
        entries.add(new Entry(first, bytes, device));
    }

    private int touch(Address at, ToIntBiFunction<WindowAccess, Address> access) {
        IsolateThread self = IsolateThread.current();
        long physical = self.memory.physical(at.toLong());
        for (Entry each : entries) {
            if (each.has(physical)) {
                return machine.touchDevice(self, () -> access.applyAsInt(each.device, Address.fromLong(physical)));
            }
        }
        return access.applyAsInt(memory, at);
    }

    @Override
    public int loadByte(Address at) {
        return touch(at, WindowAccess::loadByte);
    }

    @Override
    public int loadShort(Address at) {
        return touch(at, WindowAccess::loadShort);
    }

    @Override
    public int loadInt(Address at) {
        return touch(at, WindowAccess::loadInt);
    }

    @Override
    public void storeByte(Address at, int value) {
        touch(at, (device, place) -> {
            device.storeByte(place, value);
            return 0;
        });
    }

    @Override
    public void storeShort(Address at, int value) {
        touch(at, (device, place) -> {
            device.storeShort(place, value);
            return 0;
        });
    }

    @Override
    public void storeInt(Address at, int value) {
        touch(at, (device, place) -> {
            device.storeInt(place, value);
            return 0;
        });
    }

    @Override
    public void copy(Address from, Address to, int bytes) {
        for (int i = 0; i < bytes; i++) {
            storeByte(to.plus(i), loadByte(from.plus(i)));
        }
    }
}
