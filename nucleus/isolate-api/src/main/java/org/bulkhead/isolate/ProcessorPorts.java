package org.bulkhead.isolate;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** Port access by the processor's own instructions, checked against the isolate's permission bitmap. */
final class ProcessorPorts implements PortAccess {
    static final ProcessorPorts INSTANCE = new ProcessorPorts();

    private ProcessorPorts() {}

    @Override
    public int inByte(int port) {
        return Magic.inByte(port);
    }

    @Override
    public void outByte(int port, int value) {
        Magic.outByte(port, value);
    }

    @Override
    public int inInt(int port) {
        return Magic.inInt(port);
    }

    @Override
    public void outInt(int port, int value) {
        Magic.outInt(port, value);
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        Magic.inShorts(port, to, count);
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        Magic.outShorts(port, from, count);
    }
}
