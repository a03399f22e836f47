package org.bulkhead.vm.compiler.x64;

import org.bulkhead.vm.compiler.Symbol;

/** Writes machine code: control transfer and system instructions here, the others in its superclasses. */
public final class Assembler extends SseAssembler {
    private static final int REL8_JUMP_SIZE = 2;
    private static final int REL32_JUMP_SIZE = 5;
    private static final int REL32_CONDITIONAL_SIZE = 6;

    /** Jumps to the label; the short form if it lies near behind. */
    public void jump(Label label) {
        if (label.isBound() && label.position() - position() - REL8_JUMP_SIZE >= Byte.MIN_VALUE) {
            int distance = label.position() - position() - REL8_JUMP_SIZE;
            emit8(0xEB);
            emit8(distance);
        } else {
            emit8(0xE9);
            emitDistance(label, position() + REL32_JUMP_SIZE - 1);
        }
    }

    /** Jumps to the label if the condition holds. */
    public void jump(Condition condition, Label label) {
        if (label.isBound() && label.position() - position() - REL8_JUMP_SIZE >= Byte.MIN_VALUE) {
            int distance = label.position() - position() - REL8_JUMP_SIZE;
            emit8(0x70 | condition.ordinal());
            emit8(distance);
        } else {
            emit8(0x0F);
            emit8(0x80 | condition.ordinal());
            emitDistance(label, position() + REL32_CONDITIONAL_SIZE - 2);
        }
    }

    /** Begins a short forward jump that {@link #land} ends within 127 bytes; returns what to pass there. */
    public int skip(Condition condition) {
        emit8(0x70 | condition.ordinal());
        emit8(0);
        return position();
    }

    /** The same without a condition. */
    public int skip() {
        emit8(0xEB);
        emit8(0);
        return position();
    }

    /** Makes a jump begun by {@link #skip} lead here. */
    public void land(int skip) {
        int distance = position() - skip;
        if (distance > Byte.MAX_VALUE) {
            throw new IllegalStateException("short jump over " + distance + " bytes");
        }
        patch8(skip - 1, distance);
    }

    public void jump(Register target) {
        encode(Width.INT, 0xFF, 4, target, ByteRegister.NONE);
    }

    public void jump(Symbol target) {
        emit8(0xE9);
        emitRelative(target);
    }

    public void call(Register target) {
        encode(Width.INT, 0xFF, 2, target, ByteRegister.NONE);
    }

    public void call(Symbol target) {
        emit8(0xE8);
        emitRelative(target);
    }

    /** Loads the address of a label. */
    public void loadAddress(Register to, Label label) {
        emit8(0x48 | to.high() << 2);
        emit8(0x8D);
        emit8(to.low() << 3 | 5);
        emitDistance(label, position() + Integer.BYTES);
    }

    /** Emits an entry of a jump table: the distance from the table to the target. */
    public void tableEntry(Label target, Label table) {
        emitDistance(target, table.position());
    }

    /** Leaves the frame: rsp = rbp, pop rbp. */
    public void leave() {
        emit8(0xC9);
    }

    public void ret() {
        emit8(0xC3);
    }

    public void nop() {
        emit8(0x90);
    }

    /** An instruction that always faults. */
    public void undefined() {
        emit8(0x0F);
        emit8(0x0B);
    }

    public void syscall() {
        emit8(0x0F);
        emit8(0x05);
    }

    /** edx:eax = time-stamp counter. */
    public void readTimestamp() {
        emit8(0x0F);
        emit8(0x31);
    }

    /** A random number to rax, or 0 (and no carry) if the processor has none ready. */
    public void readRandom() {
        emit8(0x48);
        emit8(0x0F);
        emit8(0xC7);
        emit8(0xF0);
    }

    /** What the processor can do, by the leaf in eax; changes eax, ebx, ecx and edx. */
    public void identifyProcessor() {
        emit8(0x0F);
        emit8(0xA2);
    }

    public void memoryFence() {
        emit8(0x0F);
        emit8(0xAE);
        emit8(0xF0);
    }

    /** Copies rcx bytes from [rsi] to [rdi]. */
    public void repeatMoveBytes() {
        emit8(0xF3);
        emit8(0xA4);
    }

    /** Copies rcx 8-byte words from [rsi] to [rdi]. */
    public void repeatMoveLongs() {
        emit8(0xF3);
        emit8(0x48);
        emit8(0xA5);
    }

    /** Stores rax to rcx 8-byte words at [rdi]. */
    public void repeatStoreLongs() {
        emit8(0xF3);
        emit8(0x48);
        emit8(0xAB);
    }

    /** Reads from port dx to al, ax or eax; SHORT and BYTE leave the rest of eax alone. */
    public void in(Access access) {
        if (access == Access.SHORT) {
            emit8(0x66);
        }
        emit8(access == Access.BYTE ? 0xEC : 0xED);
    }

    /** Writes al, ax or eax to port dx. */
    public void out(Access access) {
        if (access == Access.SHORT) {
            emit8(0x66);
        }
        emit8(access == Access.BYTE ? 0xEE : 0xEF);
    }

    /** Reads ecx 16-bit values from port dx to [rdi]. */
    public void repeatInShorts() {
        emit8(0xF3);
        emit8(0x66);
        emit8(0x6D);
    }

    /** Writes ecx 16-bit values from [rsi] to port dx. */
    public void repeatOutShorts() {
        emit8(0xF3);
        emit8(0x66);
        emit8(0x6F);
    }

    public void disableInterrupts() {
        emit8(0xFA);
    }

    public void enableInterrupts() {
        emit8(0xFB);
    }

    public void halt() {
        emit8(0xF4);
    }

    /** Reads control register 2 or 3. */
    public void readControl(Register to, int number) {
        if (to.high() != 0) {
            emit8(0x41);
        }
        emit8(0x0F);
        emit8(0x20);
        emit8(0xC0 | number << 3 | to.low());
    }

    /** Writes control register 3. */
    public void writeControl(int number, Register from) {
        if (from.high() != 0) {
            emit8(0x41);
        }
        emit8(0x0F);
        emit8(0x22);
        emit8(0xC0 | number << 3 | from.low());
    }

    public void invalidatePage(Memory page) {
        encode(0, Width.INT, 0x0F01, 7, page);
    }

    /** edx:eax = model-specific register ecx. */
    public void readModelRegister() {
        emit8(0x0F);
        emit8(0x32);
    }

    /** Model-specific register ecx = edx:eax. */
    public void writeModelRegister() {
        emit8(0x0F);
        emit8(0x30);
    }

    /** prefetcht0. */
    public void prefetch(Memory area) {
        encode(0, Width.INT, 0x0F18, 1, area);
    }

    /** fxsave64. */
    public void saveFloatingPoint(Memory area) {
        encode(0, Width.LONG, 0x0FAE, 0, area);
    }

    /** fxrstor64. */
    public void restoreFloatingPoint(Memory area) {
        encode(0, Width.LONG, 0x0FAE, 1, area);
    }
}
