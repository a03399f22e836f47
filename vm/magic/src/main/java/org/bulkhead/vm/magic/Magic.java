package org.bulkhead.vm.magic;

/** Operations that exist only in an image: on HotSpot each throws {@link UnsupportedOperationException}, except for {@link #copy} and {@link #fill}. */
public final class Magic {
    /** Bytes that a switch of stacks adds below the stack pointer of the method that asks for it: return address and frame pointer. */
    public static final int SWITCH_BYTES = 16;

    private Magic() {}

    private static UnsupportedOperationException notSimulated() {
        return new UnsupportedOperationException("only compiled code in an image can do this");
    }

    /** Copies {@code bytes} bytes upwards (lowest address first) from {@code from} to {@code to}; where they overlap, {@code to} must lie below {@code from}. */
    @Intrinsic
    public static void copy(Address from, Address to, long bytes) {
        for (long i = 0; i < bytes; i++) {
            to.plus(i).storeByte(from.plus(i).loadByte());
        }
    }

    /** Sets {@code bytes} bytes from {@code start} on to 0; {@code start} and {@code bytes} are multiples of 8. */
    @Intrinsic
    public static void clear(Address start, long bytes) {
        for (long i = 0; i < bytes; i += Long.BYTES) {
            start.plus(i).storeLong(0);
        }
    }

    /** Has the processor fetch what lies at an address, which may be no memory's, into its cache; does not wait for it. */
    @Intrinsic
    public static void prefetch(Address address) {}

    /** Returns the address of an object, 0 for null. It is stale after the next collection. */
    @Intrinsic
    public static Address addressOf(Object object) {
        throw notSimulated();
    }

    /** Returns the object at an address; the address 0 is null. */
    @Intrinsic
    public static Object objectAt(Address address) {
        throw notSimulated();
    }

    /** Returns the frame pointer (rbp) of the calling method: the caller's frame pointer is stored there, the return address 8 bytes above. */
    @Intrinsic
    public static Address framePointer() {
        throw notSimulated();
    }

    /** Returns the stack pointer (rsp) of the calling method. */
    @Intrinsic
    public static Address stackPointer() {
        throw notSimulated();
    }

    /** Sets the poll register (r15): compiled code counts it down at each poll, and calls the runtime when it becomes negative. */
    @Intrinsic
    public static void setPolls(int polls) {
        throw notSimulated();
    }

    /**
     * Puts the stack away and takes another one's place: saves all from the frame of this call up to {@code stackEnd} at {@code save}, copies what was saved like that at {@code saved} back to the addresses
     * from {@code innermost} up to {@code stackEnd}, and goes on there. A safepoint.
     *
     * @return what the call that goes on here returns: the innermost address of the stack that was put away last, {@link #SWITCH_BYTES} below the stack pointer of the method that switched
     */
    @Intrinsic
    public static Address switchStack(Address save, Address saved, Address innermost, Address stackEnd) {
        throw notSimulated();
    }

    /** Puts the stack away as {@link #switchStack} does and enters the runtime's {@code threadStart} on an empty one. A safepoint; returns when somebody switches back. */
    @Intrinsic
    public static Address startStack(Address save, Address stackEnd) {
        throw notSimulated();
    }

    /** Continues at {@code code} with rbp = {@code framePointer}, rsp = {@code stackPointer} and rax = {@code value}; never returns. */
    @Intrinsic
    @NeverReturns
    public static void jump(Address code, Address framePointer, Address stackPointer, Object value) {
        throw notSimulated();
    }

    /** Calls the static method without arguments or result whose code is at {@code code}. */
    @Intrinsic
    public static void call(Address code) {
        throw notSimulated();
    }

    /** Calls the static method without arguments whose code is at {@code code} and returns the object that it returns. */
    @Intrinsic
    public static Object callForObject(Address code) {
        throw notSimulated();
    }

    /**
     * Calls the method whose code is at {@code code} with arguments that are known at run time only, and returns the object that it returns.
     *
     * <p>Each place of an argument has one element in both arrays, in the order of {@code ArgumentLayout}; it is a reference, in {@code references}, or anything else, in {@code words}, and the other
     * array's element is 0. The arrays are read before the call.
     */
    @Intrinsic
    public static Object invokeForObject(Address code, Object[] references, long[] words) {
        throw notSimulated();
    }

    /** The same for a method that returns a long, an int or less (in the low half), or nothing. */
    @Intrinsic
    public static long invokeForLong(Address code, Object[] references, long[] words) {
        throw notSimulated();
    }

    /** The same for a method that returns a double, or a float (in the low half of the bits). */
    @Intrinsic
    public static double invokeForDouble(Address code, Object[] references, long[] words) {
        throw notSimulated();
    }

    /** Makes a system call: number in rax, arguments in rdi, rsi, rdx, r10, r8 and r9; returns rax. May block, and counts as a safepoint. */
    @Intrinsic
    public static long systemCall(long number, long a, long b, long c, long d, long e, long f) {
        throw notSimulated();
    }

    /** Returns the time-stamp counter. */
    @Intrinsic
    public static long timestamp() {
        throw notSimulated();
    }

    /** Returns a random number that the processor makes of noise (RDRAND), or 0 if it has none ready. Only where {@link #processorFeatures} says that there is the instruction. */
    @Intrinsic
    public static long randomNumber() {
        throw notSimulated();
    }

    /** Returns what CPUID says about the processor's features: ecx of its leaf 1. */
    @Intrinsic
    public static int processorFeatures() {
        throw notSimulated();
    }

    /** Orders all memory accesses before it with all behind it. */
    @Intrinsic
    public static void fence() {
        throw notSimulated();
    }

    /** Reads a byte from an I/O port, 0 to 255. */
    @Intrinsic
    public static int inByte(int port) {
        throw notSimulated();
    }

    /** Reads 16 bits from an I/O port. */
    @Intrinsic
    public static int inShort(int port) {
        throw notSimulated();
    }

    /** Reads 32 bits from an I/O port. */
    @Intrinsic
    public static int inInt(int port) {
        throw notSimulated();
    }

    /** Writes the low byte of {@code value} to an I/O port. */
    @Intrinsic
    public static void outByte(int port, int value) {
        throw notSimulated();
    }

    /** Writes the low 16 bits of {@code value} to an I/O port. */
    @Intrinsic
    public static void outShort(int port, int value) {
        throw notSimulated();
    }

    /** Writes 32 bits to an I/O port. */
    @Intrinsic
    public static void outInt(int port, int value) {
        throw notSimulated();
    }

    /** Reads {@code count} 16-bit values from an I/O port to memory at {@code to} (rep insw). */
    @Intrinsic
    public static void inShorts(int port, Address to, int count) {
        throw notSimulated();
    }

    /** Writes {@code count} 16-bit values from memory at {@code from} to an I/O port (rep outsw). */
    @Intrinsic
    public static void outShorts(int port, Address from, int count) {
        throw notSimulated();
    }

    /** Clears the interrupt flag. Ring 0. */
    @Intrinsic
    public static void disableInterrupts() {
        throw notSimulated();
    }

    /** Sets the interrupt flag. Ring 0. */
    @Intrinsic
    public static void enableInterrupts() {
        throw notSimulated();
    }

    /** Enables interrupts, waits for one, and disables them again (sti; hlt; cli). Ring 0. */
    @Intrinsic
    public static void waitForInterrupt() {
        throw notSimulated();
    }

    /** Stops the processor until an interrupt that is enabled (hlt). Ring 0. */
    @Intrinsic
    public static void halt() {
        throw notSimulated();
    }

    /** Returns CR2, the address of the last page fault. Ring 0. */
    @Intrinsic
    public static Address readFaultAddress() {
        throw notSimulated();
    }

    /** Returns CR3, the physical address of the page-table root. Ring 0. */
    @Intrinsic
    public static long readPageTableRoot() {
        throw notSimulated();
    }

    /** Sets CR3. Ring 0. */
    @Intrinsic
    public static void writePageTableRoot(long physical) {
        throw notSimulated();
    }

    /** Drops the translation of one page (invlpg). Ring 0. */
    @Intrinsic
    public static void invalidatePage(Address page) {
        throw notSimulated();
    }

    /** Returns a model-specific register. Ring 0. */
    @Intrinsic
    public static long readModelRegister(int number) {
        throw notSimulated();
    }

    /** Sets a model-specific register. Ring 0. */
    @Intrinsic
    public static void writeModelRegister(int number, long value) {
        throw notSimulated();
    }

    /** Saves the floating-point and SSE state to 512 bytes at {@code area}, 16-byte aligned (fxsave64). */
    @Intrinsic
    public static void saveFloatingPoint(Address area) {
        throw notSimulated();
    }

    /** Restores the floating-point and SSE state from {@code area} (fxrstor64). */
    @Intrinsic
    public static void restoreFloatingPoint(Address area) {
        throw notSimulated();
    }
}
