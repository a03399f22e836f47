package org.bulkhead.drivers.uart;

import java.nio.ByteBuffer;
import org.bulkhead.drivers.buffer.ByteRing;
import org.bulkhead.drivers.buffer.KeptInput;
import org.bulkhead.drivers.buffer.Readers;
import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.drivers.handover.HandedOver;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.CharacterDeviceServer;
import org.bulkhead.isolate.protocol.DeviceException;

/**
 * A 16550A at 115,200 baud, 8 data bits, no parity, with a buffer in each direction. A reader too many ends the wait of the oldest, who gets nothing.
 *
 * <p>Input is left to a successor, as soon as it has been taken from the chip and before anybody gets it. The scratch register counts what was taken, which the driver's death does not change: by it a
 * successor knows of bytes that its predecessor took and did not get to keep. Those, what the chip had no room for, and what does not fit into the buffer are lost, and counted.
 */
final class Uart implements CharacterDeviceServer, HandedOver {
    // Registers, as offsets in the port range; the first two are the divisor while LINE_DIVISOR is set.
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int INTERRUPT_CAUSE = 2;
    private static final int FIFO_CONTROL = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int SCRATCH = 7;

    private static final int ENABLE_RECEIVED = 0x01;
    private static final int ENABLE_TRANSMITTER_EMPTY = 0x02;
    private static final int CAUSE_NONE = 0x01;
    private static final int FIFO_ENABLE = 0x01;
    private static final int LINE_8N1 = 0x03;
    private static final int LINE_DIVISOR = 0x80;
    private static final int DIVISOR_115200 = 1;
    /** Data terminal ready, request to send, and OUT2, which on a PC connects the interrupt. */
    private static final int MODEM_READY = 0x0B;
    private static final int STATUS_RECEIVED = 0x01;
    private static final int STATUS_OVERRUN = 0x02;
    private static final int STATUS_TRANSMITTER_EMPTY = 0x20;
    /** The transmitter and its buffer are empty. */
    private static final int STATUS_ALL_SENT = 0x40;
    private static final int FIFO_SIZE = 16;
    private static final int SCRATCH_MASK = 0xFF;

    private static final int BUFFER_SIZE = 1024;
    private static final long SEND_NANOS = 1_000_000_000L;
    private static final long CHECK_NANOS = 1_000_000L;

    private final PortRange registers;
    private final InterruptLine interrupt;
    private final StateKeeper keeper;
    private final KeptInput input;
    private final ByteRing output = new ByteRing(BUFFER_SIZE);
    private final Readers readers = new Readers();
    /** Bytes taken from the chip since boot, modulo the scratch register's size. */
    private int taken;
    private int lost;

    /** Takes over the chip, with what is in its buffers, and what a predecessor has left: input that it did not get to. */
    Uart(PortRange registers, InterruptLine interrupt, StateKeeper keeper) {
        this.registers = registers;
        this.interrupt = interrupt;
        this.keeper = keeper;
        input = new KeptInput(BUFFER_SIZE, keeper.firstNumber());
        taken = registers.read(SCRATCH);
        keeper.recall(this::restore);
        keep();
        setUp();
    }

    private void setUp() {
        registers.write(INTERRUPT_ENABLE, 0);
        registers.write(LINE_CONTROL, LINE_DIVISOR);
        registers.write(DATA, DIVISOR_115200);
        registers.write(INTERRUPT_ENABLE, 0);
        registers.write(LINE_CONTROL, LINE_8N1);
        // A chip whose buffers are switched on forgets the byte that it held without them.
        receive();
        registers.write(FIFO_CONTROL, FIFO_ENABLE);
        registers.write(MODEM_CONTROL, MODEM_READY);
        registers.write(INTERRUPT_ENABLE, ENABLE_RECEIVED);
        serve();
    }

    @Override
    public void rest() throws DeviceException {
        drain();
        readers.sendAway();
    }

    @Override
    public void goOn() {
        setUp();
        answerReaders();
    }

    @Override
    public void interrupted() {
        serve();
        answerReaders();
    }

    /** Does all that the chip asks for, then lets it interrupt again. */
    private void serve() {
        do {
            move();
        } while ((registers.read(INTERRUPT_CAUSE) & CAUSE_NONE) == 0);
        interrupt.done();
    }

    /** Takes what the chip has received and keeps it, a buffer of the chip at a time, so that little can be lost. */
    private void receive() {
        int before;
        int lostBefore = lost;
        do {
            before = taken;
            int status = registers.read(LINE_STATUS);
            while ((status & STATUS_RECEIVED) != 0 && taken - before < FIFO_SIZE) {
                lost += (status & STATUS_OVERRUN) != 0 ? 1 : 0;
                registers.write(SCRATCH, ++taken & SCRATCH_MASK);
                lost += input.bytes().add(registers.read(DATA)) ? 0 : 1;
                status = registers.read(LINE_STATUS);
            }
            if (taken != before) {
                keep();
            }
        } while (taken - before == FIFO_SIZE);
        tellLost(lostBefore);
    }

    private void keep() {
        ByteBuffer state = StateKeeper.buffer(Byte.BYTES + Integer.BYTES + input.savedSize());
        state.put((byte) taken).putInt(lost);
        input.save(state);
        keeper.keep(state);
    }

    private void restore(ByteBuffer state) {
        taken = state.get() & SCRATCH_MASK;
        lost = state.getInt();
        input.restore(state);
        int uncertain = registers.read(SCRATCH) - taken & SCRATCH_MASK;
        taken += uncertain;
        lost += uncertain;
        tellLost(lost - uncertain);
    }

    private void tellLost(int before) {
        if (lost != before) {
            Log.line("uart0: " + lost + " bytes of input lost since boot");
        }
    }

    private void move() {
        receive();
        if (output.size() > 0 && (registers.read(LINE_STATUS) & STATUS_TRANSMITTER_EMPTY) != 0) {
            int count = Math.min(output.size(), FIFO_SIZE);
            for (int i = 0; i < count; i++) {
                registers.write(DATA, output.peek(i));
            }
            output.remove(count);
        }
        registers.write(INTERRUPT_ENABLE, output.size() > 0 ? ENABLE_RECEIVED | ENABLE_TRANSMITTER_EMPTY : ENABLE_RECEIVED);
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
        while (output.space() < bytes.length) {
            int before = output.size();
            interrupt.await(Nucleus.after(SEND_NANOS));
            serve();
            if (output.size() == before) {
                throw new DeviceException("the serial line does not send");
            }
        }
        for (byte each : bytes) {
            output.add(each);
        }
        move();
    }

    @Override
    public void drain() throws DeviceException {
        long deadline = Nucleus.after(SEND_NANOS);
        while (output.size() > 0 || (registers.read(LINE_STATUS) & STATUS_ALL_SENT) == 0) {
            if (Nucleus.now() >= deadline) {
                throw new DeviceException("the serial line does not send");
            }
            // The chip interrupts when its buffer is empty, not when the last bit has left.
            interrupt.await(Nucleus.after(CHECK_NANOS));
            serve();
        }
    }

    @Override
    public void read(long next, int limit, ReadReply reply) {
        if (limit <= 0) {
            throw new MalformedPayloadException("read of " + limit + " bytes");
        }
        input.acknowledge(next);
        readers.add(() -> reply.answer(input.oldest(Math.min(limit, CharacterDevice.TRANSFER_LIMIT))), () -> reply.answer(input.oldest(0)));
        answerReaders();
    }

    private void answerReaders() {
        readers.serve(() -> input.bytes().size() > 0);
    }
}
