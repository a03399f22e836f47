package org.bulkhead.drivers.ps2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.vm.magic.Address;

/**
 * A model of the 8042 with a keyboard and a mouse behind it. The controller's buffer holds one byte; the devices hold what they could not send yet. The keyboard speaks set 1 already, as
 * the translation makes it.
 */
final class Ps2Model implements PortAccess {
    private static final int DATA = 0x60;
    private static final int COMMAND = 0x64;
    /** Marks bytes that were written to the data port. */
    static final int TO_DATA = 0x100;
    private static final int KEYBOARD_LINE = 1;
    private static final int MOUSE_LINE = 12;

    /** A device on one of the connectors. */
    static final class Attached {
        final Deque<Integer> toSend = new ArrayDeque<>();
        boolean present = true;
        boolean enabled;
        /** The command whose argument is awaited, 0 if none. */
        int awaiting;
        int lights = -1;
        int scanCodes = 2;
        int refuseNext;
        /** Whether answers come behind what the device has to tell by itself, as in Bochs; otherwise they overtake it, as in QEMU. */
        boolean newsFirst;

        private void answer(int value) {
            if (newsFirst) {
                toSend.addLast(value);
            } else {
                toSend.addFirst(value);
            }
        }

        void take(int value) {
            if (!present) {
                return;
            }
            if (refuseNext > 0) {
                refuseNext--;
                answer(0xFE);
                return;
            }
            int command = awaiting;
            awaiting = 0;
            switch (command) {
                case 0xED -> lights = value;
                case 0xF0 -> scanCodes = value;
                case 0xF3, 0xE8 -> { }
                default -> command(value);
            }
            answer(0xFA);
        }

        private void command(int value) {
            switch (value) {
                case 0xED, 0xF0, 0xF3, 0xE8 -> awaiting = value;
                case 0xF4 -> enabled = true;
                case 0xF5, 0xF6 -> enabled = false;
                default -> throw new AssertionError("command " + Integer.toHexString(value));
            }
        }
    }

    final Attached keyboard = new Attached();
    final Attached mouse = new Attached();
    final Deque<Integer> answers = new ArrayDeque<>();
    private final IntConsumer raise;
    /** The command that awaits a byte at the data port, 0 if none. */
    int awaiting;
    int configuration = 0x30;
    boolean selfTestFails;
    boolean deaf;
    boolean loseInterrupts;
    /** Whether codes made while the keyboard may not send are dropped, as in Bochs; otherwise the keyboard keeps them, as in QEMU. */
    boolean dropsCodes;
    /** What was written since the trace was cleared: commands of the controller, and bytes for its data port with {@link #TO_DATA}. */
    final List<Integer> written = new ArrayList<>();
    private int outputSource = -1;
    private int output;
    private int accesses;
    private Runnable thenDo;

    /** @param raise is told of each interrupt line that rises */
    Ps2Model(IntConsumer raise) {
        this.raise = raise;
    }

    /** Leaves the controller as some predecessor may have: every register, buffer and half-finished command is arbitrary. */
    void leaveAnything(Random random) {
        configuration = random.nextInt(256);
        awaiting = random.nextBoolean() ? 0 : random.nextBoolean() ? 0x60 : 0xD4;
        keyboard.awaiting = random.nextBoolean() ? 0 : 0xED;
        mouse.awaiting = random.nextBoolean() ? 0 : 0xF3;
        keyboard.enabled = random.nextBoolean();
        mouse.enabled = random.nextBoolean();
        keyboard.scanCodes = 1 + random.nextInt(3);
        for (int i = random.nextInt(8); i > 0; i--) {
            mouse.toSend.add(random.nextInt(256));
        }
        refill();
    }

    /** Types set 1 codes. */
    void type(int... codes) {
        if (dropsCodes && (configuration & 0x10) != 0) {
            return;
        }
        for (int code : codes) {
            keyboard.toSend.add(code);
        }
        refill();
    }

    /** Sends bytes from the mouse. */
    void move(int... bytes) {
        for (int each : bytes) {
            mouse.toSend.add(each);
        }
        refill();
    }

    private void refill() {
        if (outputSource >= 0) {
            return;
        }
        if (!answers.isEmpty()) {
            fill(0, answers.remove());
        } else if (!keyboard.toSend.isEmpty() && (configuration & 0x10) == 0) {
            fill(1, keyboard.toSend.remove());
        } else if (!mouse.toSend.isEmpty() && (configuration & 0x20) == 0) {
            fill(2, mouse.toSend.remove());
        }
    }

    private void fill(int source, int value) {
        outputSource = source;
        output = value;
        raise();
    }

    private void raise() {
        int line = outputSource == 2 ? MOUSE_LINE : KEYBOARD_LINE;
        int enable = outputSource == 2 ? 0x02 : 0x01;
        if (outputSource >= 0 && (configuration & enable) != 0 && !loseInterrupts) {
            raise.accept(line);
        }
    }

    /** Has something done as soon as access number {@code n} of the ports, counted from now on, has been made. */
    void afterAccess(int n, Runnable what) {
        accesses = n;
        thenDo = what;
    }

    private void accessed() {
        if (accesses > 0 && --accesses == 0) {
            thenDo.run();
        }
    }

    @Override
    public int inByte(int port) {
        accessed();
        if (port == COMMAND) {
            return outputSource < 0 ? deaf ? 0x02 : 0 : 0x01 | (outputSource == 2 ? 0x20 : 0) | (deaf ? 0x02 : 0);
        }
        check(port == DATA, port);
        int value = output;
        outputSource = -1;
        refill();
        return value;
    }

    @Override
    public void outByte(int port, int value) {
        accessed();
        if (port == COMMAND) {
            written.add(value & 0xFF);
            command(value & 0xFF);
        } else {
            check(port == DATA, port);
            written.add(value & 0xFF | TO_DATA);
            data(value & 0xFF);
        }
        refill();
    }

    private void command(int value) {
        switch (value) {
            case 0x60, 0xD4 -> awaiting = value;
            case 0xA7 -> configuration |= 0x20;
            case 0xA8 -> configuration &= ~0x20;
            case 0xA9 -> answers.add(mouse.present ? 0 : 0xFF);
            case 0xAA -> answers.add(selfTestFails ? 0xFC : 0x55);
            case 0xAB -> answers.add(keyboard.present ? 0 : 1);
            case 0xAD -> configuration |= 0x10;
            case 0xAE -> configuration &= ~0x10;
            default -> throw new AssertionError("controller command " + Integer.toHexString(value));
        }
    }

    private void data(int value) {
        int command = awaiting;
        awaiting = 0;
        switch (command) {
            case 0x60 -> configuration = value;
            case 0xD4 -> mouse.take(value);
            default -> keyboard.take(value);
        }
    }

    private static void check(boolean known, int port) {
        if (!known) {
            throw new AssertionError("port " + Integer.toHexString(port));
        }
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new AssertionError("the keyboard controller has no 16-bit ports");
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new AssertionError("the keyboard controller has no 16-bit ports");
    }
}
