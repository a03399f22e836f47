package org.bulkhead.isolate.testkit;

import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.testkit.machine.SimulatedMachine;
import org.bulkhead.vm.magic.Address;

/** The port access of an isolate that computes wrong port numbers. */
final class Detour implements PortAccess {
    private static final int FAR = 0x40;

    @Override
    public int inByte(int port) {
        return SimulatedMachine.ports().inByte(port + FAR);
    }

    @Override
    public void outByte(int port, int value) {
        SimulatedMachine.ports().outByte(port + FAR, value);
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new UnsupportedOperationException();
    }
}
