package org.bulkhead.vm.runtime.platform;

import java.nio.charset.StandardCharsets;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.ProgramStart;
import org.bulkhead.vm.runtime.exceptions.CodeTable;
import org.bulkhead.vm.runtime.memory.Allocation;

/**
 * Brings up a static Linux program.
 *
 * <p>The environment variable BULKHEAD_HEAP sets the size of the heap (a number of bytes, or with a suffix K, M or G), BULKHEAD_GC_EVERY=n collects garbage at every n-th allocation,
 * BULKHEAD_GC_LOG=1 prints a line on standard error for every collection.
 */
@NoStackProbe
public final class LinuxStart {
    private static final byte[] HEAP_VARIABLE = latin1("BULKHEAD_HEAP=");
    private static final byte[] COLLECT_VARIABLE = latin1("BULKHEAD_GC_EVERY=");
    private static final byte[] LOG_VARIABLE = latin1("BULKHEAD_GC_LOG=");
    private static final int DECIMAL = 10;
    private static final int LOG_K = 10;
    /** Bytes of a frame's return address and saved frame pointer. */
    private static final int FRAME_LINK = 16;

    private LinuxStart() {}

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Runs the program with the arguments that Linux left at {@code stackPointer} (count, pointers, 0, environment pointers, 0). */
    @NeverReturns
    public static void run(Address stackPointer) {
        LinuxPlatform platform = LinuxPlatform.INSTANCE;
        PlatformHolder.start(platform);
        long count = stackPointer.loadLong();
        Address arguments = stackPointer.plus(Long.BYTES);
        Address environment = arguments.plus((count + 1) * Long.BYTES);
        platform.configure(variable(environment, HEAP_VARIABLE), (int) variable(environment, COLLECT_VARIABLE), variable(environment, LOG_VARIABLE));
        continueOn(platform.prepareStacks());
        Allocation.start(platform);
        ProgramStart.run(strings(arguments, (int) count));
    }

    /** Returns to the caller with its frame moved to the end of another stack, where it is the outermost: it never returns. */
    private static void continueOn(Address stackEnd) {
        Address mine = Magic.framePointer();
        Address frame = mine.loadAddress(0);
        Address returnAddress = mine.loadAddress(Long.BYTES);
        int size = CodeTable.frameSize(CodeTable.find(returnAddress.minus(1)));
        Address moved = stackEnd.minus(FRAME_LINK);
        Magic.copy(frame.minus(size), moved.minus(size), size);
        Magic.clear(moved, FRAME_LINK);
        Magic.jump(returnAddress, moved, moved.minus(size), null);
    }

    /** Returns the number after {@code name} in the environment, 0 if it is not there. */
    private static long variable(Address environment, byte[] name) {
        Address each = environment;
        for (Address text = each.loadAddress(0); !text.isZero(); text = each.loadAddress(0)) {
            if (startsWith(text, name)) {
                return number(text.plus(name.length));
            }
            each = each.plus(Long.BYTES);
        }
        return 0;
    }

    private static boolean startsWith(Address text, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (text.loadByte(i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(Address text) {
        long value = 0;
        for (Address each = text; ; each = each.plus(1)) {
            int character = each.loadByte();
            if (character < '0' || character > '9') {
                return value << shift(character);
            }
            value = value * DECIMAL + character - '0';
        }
    }

    private static int shift(int suffix) {
        if (suffix == 'k' || suffix == 'K') {
            return LOG_K;
        }
        if (suffix == 'm' || suffix == 'M') {
            return 2 * LOG_K;
        }
        return suffix == 'g' || suffix == 'G' ? 3 * LOG_K : 0;
    }

    /** Returns the arguments after the program's name. */
    private static String[] strings(Address pointers, int count) {
        String[] result = new String[count < 1 ? 0 : count - 1];
        for (int i = 0; i < result.length; i++) {
            result[i] = string(pointers.loadAddress((i + 1) * Long.BYTES));
        }
        return result;
    }

    private static String string(Address text) {
        int length = 0;
        while (text.loadByte(length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = text.loadByte(i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
