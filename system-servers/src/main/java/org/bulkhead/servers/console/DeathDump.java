package org.bulkhead.servers.console;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.OperationCode;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.servers.postmortem.DeathView;
import org.bulkhead.servers.postmortem.RecordLines;

/** The deaths that the nucleus remembers: a list, and all that it wrote down of one. */
final class DeathDump {
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
        DeathView view = view(number, memory);
        terminal.println(Style.HEADING, view.title() + " died of " + view.reason().name() + ", " + Seconds.of(view.nanoseconds()) + " s after boot");
        terminal.println(view.cause());
        if (!view.text().isEmpty()) {
            terminal.println(view.text());
        }
        terminal.println(view.operation() < 0 ? "in service: nothing" : "in service: operation " + OperationCode.number(view.operation()));
        showRegisters(view, terminal);
        for (int i = 0; i < view.stackCount(); i++) {
            terminal.println("  called from 0x" + HEX.toHexDigits(view.returnAddress(i)));
        }
        terminal.println("memory: " + view.memory());
        terminal.println("processor: " + view.processor());
        for (int i = 0; i < view.traceCount(); i++) {
            terminal.println("  " + view.trace(i));
        }
        for (int i = 0; i < RecordLines.COUNT; i++) {
            terminal.println(RecordLines.line(number, memory.array(), i));
        }
    }

    private static DeathView view(long number, ByteBuffer memory) throws SupervisionException {
        try {
            return new DeathView(memory.array());
        } catch (IllegalArgumentException e) {
            throw new SupervisionException("the record of death number " + number + " was overwritten while it was read: " + e.getMessage());
        }
    }

    private static void showRegisters(DeathView view, Terminal terminal) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < DeathView.registers(); i++) {
            String name = DeathView.registerName(i);
            line.append(name).append(" ".repeat(7 - name.length())).append(HEX.toHexDigits(view.register(i)));
            if (i % REGISTERS_PER_LINE == REGISTERS_PER_LINE - 1 || i == DeathView.registers() - 1) {
                terminal.println(line.toString());
                line.setLength(0);
            } else {
                line.append("  ");
            }
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
