package org.bulkhead.servers.postmortem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bulkhead.isolate.protocol.OperationCode;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.TraceRecord;

/** A death record, checked: whatever the bytes were, the methods of one that could be made return something that makes sense. Runs in the image and on the host. */
public final class DeathView {
    /** Names of the registers in the order of the record; rip is number {@link #RIP}. */
    private static final String[] REGISTERS = {"rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "rip", "rflags"};
    private static final int RIP = 16;
    private static final int NAME_SIZE = 16;
    private static final int FIRST_PRINTABLE = ' ';
    private static final int LAST_PRINTABLE = '~';
    private static final DeathReason[] REASONS = DeathReason.values();

    private final ByteBuffer record;

    /**
     * Makes the view of a record.
     *
     * @param bytes {@link DeathRecord#SIZE} of them
     * @throws IllegalArgumentException if they are no death record; the message says what is wrong with them
     */
    public DeathView(byte[] bytes) {
        require(bytes.length == DeathRecord.SIZE, "it has " + bytes.length + " bytes instead of " + DeathRecord.SIZE);
        record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = nameLength();
        require(length > 0, "it names no isolate");
        for (int i = 0; i < length; i++) {
            byte each = record.get(DeathRecord.RECORD + IsolateRecord.NAME + i);
            require(each >= FIRST_PRINTABLE && each <= LAST_PRINTABLE, "its name has byte " + each);
        }
        checkCount("reason", DeathRecord.REASON, REASONS.length - 1);
        checkCount("number of return addresses", DeathRecord.STACK_COUNT, DeathRecord.STACK_LIMIT);
        checkCount("length of the text", DeathRecord.TEXT_LENGTH, DeathRecord.TEXT_SIZE);
        checkCount("number of trace records", DeathRecord.TRACE_COUNT, DeathRecord.TRACE_LIMIT);
        for (int i = 0; i < traceCount(); i++) {
            TraceText.check(record, DeathRecord.TRACE + i * TraceRecord.SIZE);
        }
    }

    private void checkCount(String what, int offset, int largest) {
        int value = record.getInt(offset);
        require(value >= 0 && value <= largest, "its " + what + " is " + value + ", beyond " + largest);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private int nameLength() {
        int length = 0;
        while (length < NAME_SIZE && record.get(DeathRecord.RECORD + IsolateRecord.NAME + length) != 0) {
            length++;
        }
        return length;
    }

    /** {@return the name of the isolate} */
    public String name() {
        return text(DeathRecord.RECORD + IsolateRecord.NAME, nameLength());
    }

    /** {@return how often the component had been started before} */
    public int incarnation() {
        return record.getInt(DeathRecord.RECORD + IsolateRecord.INCARNATION);
    }

    /** {@return the component and its incarnation, as {@code ata0[2]}} */
    public String title() {
        return name() + '[' + incarnation() + ']';
    }

    /** {@return why it died} */
    public DeathReason reason() {
        return REASONS[record.getInt(DeathRecord.REASON)];
    }

    /** {@return the number that belongs to the reason} */
    public long detail() {
        return record.getLong(DeathRecord.DETAIL);
    }

    /** {@return nanoseconds from the start of the machine to the death} */
    public long nanoseconds() {
        return record.getLong(DeathRecord.NANOSECONDS);
    }

    /** {@return the time-stamp counter at the death} */
    public long faultTicks() {
        return record.getLong(DeathRecord.FAULT_TICKS);
    }

    /** {@return the time-stamp counter when its service completed a request again, 0 if it has not} */
    public long serviceTicks() {
        return record.getLong(DeathRecord.SERVICE_TICKS);
    }

    /** {@return what happened, in a sentence without the component's name} */
    public String cause() {
        String hex = "0x" + Long.toHexString(detail());
        return switch (reason()) {
            case EXIT -> detail() == 0 ? "it ended by itself" : "it ended by itself with status " + detail();
            case UNCAUGHT_EXCEPTION -> "nobody caught an exception";
            case OUT_OF_MEMORY -> detail() == 0 ? "its heap was full and nobody caught the error" : "there was no page left for " + hex + ", in the machine or for it";
            case WILD_ACCESS -> "it touched " + hex + ", which is not its own or not for that";
            case PRIVILEGED_INSTRUCTION -> "an instruction of the nucleus's, or a port that is not its own, at " + hex;
            case INVALID_INSTRUCTION -> "it executed something that is no instruction, at " + hex;
            case PROCESSOR_EXCEPTION -> "the processor raised exception " + detail();
            case STACK_EXHAUSTED -> "its stack was full where no Java exception could be raised";
            case CPU_BUDGET -> "it computed too long without looking at its queue: " + detail() + " ticks";
            case REQUEST_OVERDUE -> "it served one request too long: operation " + OperationCode.number((int) detail());
            case KILLED -> "it was killed on request";
            case QUEUE_OVERDUE -> "a request had waited too long in its queue: operation " + OperationCode.number((int) detail());
            case NOT_READY -> "it was not ready in time after its start";
            case HEARTBEAT_LATE -> "it did not say in time that it is alive";
            case COMPLAINT -> "another component complained about it";
            case REPLACED -> "another version took its place";
            case GROUP -> "it ended because another component of its group had died";
        };
    }

    /** {@return what it said at its end, for example the exception and its message; may be empty} */
    public String text() {
        return text(DeathRecord.TEXT, record.getInt(DeathRecord.TEXT_LENGTH));
    }

    private String text(int offset, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int value = record.get(offset + i) & 0xFF;
            text.append(value >= FIRST_PRINTABLE && value <= LAST_PRINTABLE ? (char) value : value == '\n' ? ' ' : '?');
        }
        return text.toString();
    }

    /** {@return the number of registers} */
    public static int registers() {
        return REGISTERS.length;
    }

    /**
     * {@return the name of a register}
     *
     * @param number 0 to {@link #registers()} - 1
     */
    public static String registerName(int number) {
        return REGISTERS[number];
    }

    /**
     * {@return what a register held}
     *
     * @param number 0 to {@link #registers()} - 1
     */
    public long register(int number) {
        return record.getLong(DeathRecord.REGISTERS + number * Long.BYTES);
    }

    /** {@return the address of the instruction at which it stood} */
    public long pc() {
        return register(RIP);
    }

    /** {@return the number of return addresses that were found} */
    public int stackCount() {
        return record.getInt(DeathRecord.STACK_COUNT);
    }

    /**
     * {@return a return address}
     *
     * @param depth 0, the innermost, to {@link #stackCount()} - 1
     */
    public int returnAddress(int depth) {
        return record.getInt(DeathRecord.STACK + depth * Integer.BYTES);
    }

    /** {@return the operation code of the request in service, -1 if there was none} */
    public int operation() {
        return record.getInt(DeathRecord.OPERATION);
    }

    /** {@return the message in service, {@link MessageLayout#SIZE} bytes, little-endian, zero if there was none} */
    public ByteBuffer message() {
        return record.slice(DeathRecord.MESSAGE, MessageLayout.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** {@return the memory that it had, in words} */
    public String memory() {
        return number(DeathRecord.PAGES) + " of " + number(DeathRecord.RECORD + IsolateRecord.PAGE_QUOTA) + " pages in use, the heap may have " + number(DeathRecord.RECORD + IsolateRecord.HEAP_PAGES);
    }

    /** {@return the processor time that it had, in words} */
    public String processor() {
        return Long.toUnsignedString(record.getLong(DeathRecord.TICKS)) + " ticks used, budget used up " + number(DeathRecord.OVERRUNS) + " times, "
            + (record.getInt(DeathRecord.READY) == 1 ? "was ready" : "was never ready");
    }

    private String number(int offset) {
        return Integer.toUnsignedString(record.getInt(offset));
    }

    /** {@return the number of events of its trace} */
    public int traceCount() {
        return record.getInt(DeathRecord.TRACE_COUNT);
    }

    /**
     * {@return an event of its trace in words, with the ticks from it to the death}
     *
     * @param index 0, the oldest, to {@link #traceCount()} - 1
     */
    public String trace(int index) {
        return TraceText.describe(record, DeathRecord.TRACE + index * TraceRecord.SIZE, faultTicks());
    }

    /** {@return a copy of the bytes} */
    public byte[] bytes() {
        return record.array().clone();
    }
}
