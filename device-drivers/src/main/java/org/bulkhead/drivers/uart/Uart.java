package org.bulkhead.drivers.uart;

import org.bulkhead.drivers.buffer.ByteRing;
import org.bulkhead.drivers.buffer.Readers;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.CharacterDeviceServer;
import org.bulkhead.isolate.protocol.DeviceException;

/** A 16550A at 115,200 baud, 8 data bits, no parity, with a buffer in each direction. Input beyond its buffer is dropped. A reader too many ends the wait of the oldest, who gets nothing. */
final class Uart implements CharacterDeviceServer {
    // Registers, as offsets in the port range; the first two are the divisor while LINE_DIVISOR is set.
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int INTERRUPT_CAUSE = 2;
    private static final int FIFO_CONTROL = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;

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
    private static final int STATUS_TRANSMITTER_EMPTY = 0x20;
    /** The transmitter and its buffer are empty. */
    private static final int STATUS_ALL_SENT = 0x40;
    private static final int FIFO_SIZE = 16;

    private static final int BUFFER_SIZE = 1024;
    private static final long SEND_NANOS = 1_000_000_000L;
    private static final long CHECK_NANOS = 1_000_000L;

    private final PortRange registers;
    private final InterruptLine interrupt;
    private final ByteRing input = new ByteRing(BUFFER_SIZE);
    private final ByteRing output = new ByteRing(BUFFER_SIZE);
    private final Readers readers = new Readers();

    /** Takes over the chip, with what is in its buffers: it may be input that a predecessor did not get to. */
    Uart(PortRange registers, InterruptLine interrupt) {
        this.registers = registers;
        this.interrupt = interrupt;
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

    /** Serves the chip and, with what it received, the readers. */
    void interrupted() {
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

    private void receive() {
        while ((registers.read(LINE_STATUS) & STATUS_RECEIVED) != 0) {
            input.add(registers.read(DATA));
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
    public void read(int limit, ReadReply reply) {
        if (limit <= 0) {
            throw new MalformedPayloadException("read of " + limit + " bytes");
        }
        readers.add(() -> deliver(limit, reply), () -> reply.answer(new byte[0]));
        answerReaders();
    }

    private void answerReaders() {
        readers.serve(() -> input.size() > 0);
    }

    /** Answers a reader with what there is. It stays when the reader is gone. */
    private void deliver(int limit, ReadReply reply) {
        byte[] bytes = input.oldest(Math.min(limit, CharacterDevice.TRANSFER_LIMIT));
        if (reply.answer(bytes)) {
            input.remove(bytes.length);
        }
    }
}
