package org.bulkhead.isolate;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;

/** Device memory as the page tables show it. Compiled code makes every access that the program makes, in that order, and the pages are not cached. */
final class ProcessorWindows implements WindowAccess {
    static final ProcessorWindows INSTANCE = new ProcessorWindows();

    private ProcessorWindows() {}

    @Override
    public int loadByte(Address at) {
        return at.loadByte() & 0xFF;
    }

    @Override
    public int loadShort(Address at) {
        return at.loadChar();
    }

    @Override
    public int loadInt(Address at) {
        return at.loadInt();
    }

    @Override
    public void storeByte(Address at, int value) {
        at.storeByte((byte) value);
    }

    @Override
    public void storeShort(Address at, int value) {
        at.storeShort((short) value);
    }

    @Override
    public void storeInt(Address at, int value) {
        at.storeInt(value);
    }

    @Override
    public void copy(Address from, Address to, int bytes) {
        Magic.copy(from, to, bytes);
    }
}
