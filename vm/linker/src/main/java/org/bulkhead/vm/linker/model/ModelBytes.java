package org.bulkhead.vm.linker.model;

import org.bulkhead.vm.linker.LinkProblem;

/** Reads numbers from the bytes of a model, one after the other; what lies outside is damage. */
final class ModelBytes {
    private final byte[] bytes;
    private int next;

    ModelBytes(byte[] bytes, int first) {
        this.bytes = bytes;
        next = first;
        check(0);
    }

    /** Returns another reader from the same place on. */
    ModelBytes copy() {
        return new ModelBytes(bytes, next);
    }

    private void check(int count) {
        if (next < 0 || count < 0 || count > bytes.length - next) {
            throw damaged("something at offset " + next + " reaches beyond its " + bytes.length + " bytes");
        }
    }

    static LinkProblem damaged(String what) {
        return new LinkProblem("the image model is damaged: " + what + "; build the image again");
    }

    int readInt() {
        check(Integer.BYTES);
        int value = bytes[next] & 0xFF | (bytes[next + 1] & 0xFF) << 8 | (bytes[next + 2] & 0xFF) << 16 | bytes[next + 3] << 24;
        next += Integer.BYTES;
        return value;
    }

    /** Reads the number of entries of a list, {@code entrySize} bytes each. */
    int readCount(int entrySize) {
        int count = readInt();
        if (count < 0 || count > (bytes.length - next) / entrySize) {
            throw damaged("a list at offset " + next + " has " + count + " entries");
        }
        return count;
    }

    byte[] readBytes(int count) {
        check(count);
        byte[] read = new byte[count];
        System.arraycopy(bytes, next, read, 0, count);
        next += count;
        return read;
    }

    String readString() {
        int count = readCount(1);
        String value = ModelStrings.decode(bytes, next, count);
        next += count;
        return value;
    }
}
