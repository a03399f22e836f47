package org.bulkhead.servers.console;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathRecord;

/** The deaths that the nucleus remembers: a list, and all that it wrote down of one. */
final class DeathDump {
    private static final String[] REGISTERS = {"rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "rip", "rflags"};
    private static final int REGISTERS_PER_LINE = 3;
    private static final HexFormat HEX = HexFormat.of();

    private final Supervision supervision;

    DeathDump(Supervision supervision) {
        this.supervision = supervision;
    }

    /** All deaths that are remembered, oldest first. */
    Table list() {
        Table table = new Table(">number", "isolate", ">incarnation", "reason", "detail", ">outage, instructions");
        int all = supervision.deaths();
        for (int number = 0; number < all; number++) {
            DeathInfo each = supervision.death(number);
            if (each == null) {
                continue;
            }
            table.row(number, each.name(), each.incarnation(), each.reason().name(), "0x" + Long.toHexString(each.detail()),
                each.serviceTicks() == 0 ? "-" : Long.toString(each.serviceTicks() - each.faultTicks()));
        }
        return table;
    }

    /** Prints the record of death number {@code number}. */
    void show(long number, Terminal terminal) throws SupervisionException {
        DeathInfo death = number < 0 || number > Integer.MAX_VALUE ? null : supervision.death((int) number);
        ByteBuffer memory = death == null ? null : record((int) number);
        if (memory == null) {
            throw new SupervisionException("no death number " + number + " is remembered: dump lists those that are");
        }
        terminal.println(Style.HEADING, death.name() + '[' + death.incarnation() + "] died of " + death.reason().name() + ", detail 0x" + Long.toHexString(death.detail())
            + ", " + Seconds.of(memory.getLong(DeathRecord.NANOSECONDS)) + " s after boot");
        int operation = memory.getInt(DeathRecord.OPERATION);
        terminal.println(operation < 0 ? "in service: nothing" : "in service: operation " + operation);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < REGISTERS.length; i++) {
            line.append(REGISTERS[i]).append(" ".repeat(7 - REGISTERS[i].length())).append(HEX.toHexDigits(memory.getLong(DeathRecord.REGISTERS + i * Long.BYTES)));
            if (i % REGISTERS_PER_LINE == REGISTERS_PER_LINE - 1 || i == REGISTERS.length - 1) {
                terminal.println(line.toString());
                line.setLength(0);
            } else {
                line.append("  ");
            }
        }
        int entries = Math.min(memory.getInt(DeathRecord.STACK_COUNT), DeathRecord.STACK_LIMIT);
        for (int i = 0; i < entries; i++) {
            terminal.println("  called from 0x" + HEX.toHexDigits(memory.getInt(DeathRecord.STACK + i * Integer.BYTES)));
        }
        int length = Math.min(memory.getInt(DeathRecord.TEXT_LENGTH), DeathRecord.TEXT_SIZE);
        if (length > 0) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append((char) (memory.get(DeathRecord.TEXT + i) & 0xFF));
            }
            terminal.println(text.toString());
        }
    }

    /** Returns the record as the nucleus wrote it, or null if it has been overwritten. */
    private ByteBuffer record(int number) {
        ByteBuffer record = ByteBuffer.allocate(DeathRecord.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        while (record.hasRemaining()) {
            byte[] piece = supervision.deathRecord(number, record.position());
            if (piece == null || piece.length == 0) {
                return null;
            }
            record.put(piece);
        }
        return record;
    }

}
