package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.PortAccess;
import org.bulkhead.vm.magic.Address;

/** The port by which a PC is reset: here that ends the test's machine. */
final class ResetPort implements PortAccess {
    static final int NUMBER = 0xCF9;

    /** The machine starts anew. */
    static final class Reset extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public int inByte(int port) {
        return 0;
    }

    @Override
    public void outByte(int port, int value) {
        throw new Reset();
    }

    @Override
    public int inInt(int port) {
        throw new UnsupportedOperationException("the port has 8 bits");
    }

    @Override
    public void outInt(int port, int value) {
        throw new UnsupportedOperationException("the port has 8 bits");
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new UnsupportedOperationException("the port has 8 bits");
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new UnsupportedOperationException("the port has 8 bits");
    }
}
