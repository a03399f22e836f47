package org.bulkhead.drivers.ps2;

import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.DeviceException;

/**
 * The 8042: one byte at a time from two devices, and bytes to them.
 *
 * <p>A byte says which device it came from, but not whether it is an answer or news. So whoever waits for an answer takes everything that comes meanwhile, and what is no answer
 * goes to the {@link Receiver} in its place.
 */
final class Ps2Controller {
    /** Is given what the devices send of their own accord. */
    interface Receiver {
        /** A byte is about to be taken from the controller, after which it is nowhere else. */
        void taking(Device device);

        void received(Device device, int value);
    }

    /** What is behind the controller's two connectors. */
    enum Device {
        KEYBOARD(ENABLE_KEYBOARD, TEST_KEYBOARD, 0x10), MOUSE(ENABLE_MOUSE, TEST_MOUSE, 0x20);

        private final int enable;
        private final int test;
        /** Bit of the configuration that keeps the device from sending. */
        private final int disabled;

        Device(int enable, int test, int disabled) {
            this.enable = enable;
            this.test = test;
            this.disabled = disabled;
        }
    }

    /** Answer of a device to each byte that it accepts. */
    static final int ACKNOWLEDGE = 0xFA;
    private static final int RESEND = 0xFE;

    private static final int STATUS_OUTPUT_FULL = 0x01;
    private static final int STATUS_INPUT_FULL = 0x02;
    private static final int STATUS_FROM_MOUSE = 0x20;

    private static final int WRITE_CONFIGURATION = 0x60;
    private static final int DISABLE_MOUSE = 0xA7;
    private static final int ENABLE_MOUSE = 0xA8;
    private static final int TEST_MOUSE = 0xA9;
    private static final int SELF_TEST = 0xAA;
    private static final int TEST_KEYBOARD = 0xAB;
    private static final int DISABLE_KEYBOARD = 0xAD;
    private static final int ENABLE_KEYBOARD = 0xAE;
    private static final int TO_MOUSE = 0xD4;

    private static final int SELF_TEST_PASSED = 0x55;
    private static final int TEST_PASSED = 0x00;

    private static final int CONFIGURATION_INTERRUPTS = 0x03;
    private static final int CONFIGURATION_SYSTEM = 0x04;
    private static final int CONFIGURATION_TRANSLATE = 0x40;

    static final int NOTHING = -1;
    private static final int ATTEMPTS = 3;
    private static final long ANSWER_NANOS = 200_000_000L;
    /** Several times what a byte takes on the wire. */
    private static final long SILENCE_NANOS = 3_000_000L;
    /** While interrupts are off, and in case one gets lost. */
    private static final long POLL_NANOS = 1_000_000L;

    private final PortRange data;
    private final PortRange command;
    private final InterruptLine keyboardLine;
    private final InterruptLine mouseLine;
    private final Receiver receiver;
    private int disabled = Device.KEYBOARD.disabled | Device.MOUSE.disabled;
    private Device source = Device.KEYBOARD;

    Ps2Controller(PortRange data, PortRange command, InterruptLine keyboardLine, InterruptLine mouseLine, Receiver receiver) {
        this.data = data;
        this.command = command;
        this.keyboardLine = keyboardLine;
        this.mouseLine = mouseLine;
        this.receiver = receiver;
    }

    /**
     * Goes on with a controller and devices that a predecessor had started. Nothing that is typed meanwhile is lost by it, for what is written here is only the configuration, in {@link #configure()}: other
     * commands discard codes. In Bochs, codes made while the keyboard may not send are dropped, and the answers of some commands take the place of a byte that waits.
     */
    void resume() {
        disabled = 0;
    }

    /**
     * Returns the byte that was taken last, which the controller shows until the next comes; NOTHING if another has taken its place. Another that comes between the two accesses of this method is mistaken
     * for it.
     */
    int shown() {
        return (command.read(0) & STATUS_OUTPUT_FULL) != 0 ? NOTHING : data.read(0);
    }

    /**
     * Takes over the controller in whatever state it is: afterwards it is tested, translates to scan code set 1, and lets neither device send nor interrupt. What a predecessor or
     * the BIOS left in its buffer goes to the receiver, for it may be a key that nobody has seen.
     */
    void takeOver() throws DeviceException {
        command(DISABLE_KEYBOARD);
        command(DISABLE_MOUSE);
        drain();
        command(SELF_TEST);
        int result = answer();
        if (result != SELF_TEST_PASSED) {
            throw new DeviceException("the keyboard controller's self test failed: " + result);
        }
        configure(CONFIGURATION_TRANSLATE | CONFIGURATION_SYSTEM | disabled);
    }

    /**
     * Tests the connector of a device; returns whether it passed. Neither device may be able to send yet, or what it sends would be taken for the result. A controller without a
     * connector for mice answers otherwise, or not at all.
     */
    boolean test(Device device) throws DeviceException {
        command(device.test);
        return answer() == TEST_PASSED;
    }

    /** Lets a device send. */
    void enable(Device device) throws DeviceException {
        command(device.enable);
        disabled &= ~device.disabled;
    }

    /** Lets the enabled devices send and interrupt. */
    void configure() throws DeviceException {
        configure(CONFIGURATION_TRANSLATE | CONFIGURATION_SYSTEM | CONFIGURATION_INTERRUPTS | disabled);
    }

    private void configure(int configuration) throws DeviceException {
        command(WRITE_CONFIGURATION);
        write(configuration);
    }

    /** Lets the controller interrupt again, and takes all that there is; in this order, so that a byte that comes too late to be taken interrupts. */
    void serve() {
        unmask();
        drain();
    }

    private void unmask() {
        keyboardLine.done();
        mouseLine.done();
    }

    /** Takes what the devices send until they are silent, as a device is whose sending was forbidden, once it is rid of what it had begun. */
    void settle() {
        for (int value = await(Nucleus.after(SILENCE_NANOS)); value != NOTHING; value = await(Nucleus.after(SILENCE_NANOS))) {
            receiver.received(source, value);
        }
    }

    private void drain() {
        for (int news = poll(); news != NOTHING; news = poll()) {
            receiver.received(source, news);
        }
    }

    /** Takes one byte, and notes its {@link #source}. */
    private int poll() {
        int status = command.read(0);
        if ((status & STATUS_OUTPUT_FULL) == 0) {
            return NOTHING;
        }
        source = (status & STATUS_FROM_MOUSE) != 0 ? Device.MOUSE : Device.KEYBOARD;
        receiver.taking(source);
        return data.read(0);
    }

    /** Sends a byte to a device until it is accepted; returns whether it was. */
    boolean tell(Device device, int value) throws DeviceException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (device == Device.MOUSE) {
                command(TO_MOUSE);
            }
            // In Bochs an answer takes the place of a byte that waits to be taken.
            drain();
            write(value);
            int answer = acceptance(device);
            if (answer != RESEND) {
                return answer == ACKNOWLEDGE;
            }
        }
        return false;
    }

    /** Returns the device's answer, ACKNOWLEDGE or RESEND, or NOTHING if there was none in time. */
    private int acceptance(Device device) {
        long deadline = Nucleus.after(ANSWER_NANOS);
        while (true) {
            int value = await(deadline);
            if (value == NOTHING || source == device && (value == ACKNOWLEDGE || value == RESEND)) {
                return value;
            }
            receiver.received(source, value);
        }
    }

    /** Returns the controller's own answer, NOTHING if there was none in time. Devices must not be able to send meanwhile. */
    private int answer() {
        return await(Nucleus.after(ANSWER_NANOS));
    }

    private int await(long deadline) {
        while (true) {
            int value = poll();
            if (value != NOTHING) {
                return value;
            }
            long now = Nucleus.now();
            if (now >= deadline) {
                return NOTHING;
            }
            if (Notifications.await(keyboardLine.bit() | mouseLine.bit(), Math.min(deadline, now + POLL_NANOS)) != 0) {
                unmask();
            }
        }
    }

    private void command(int value) throws DeviceException {
        awaitInputEmpty();
        command.write(0, value);
    }

    private void write(int value) throws DeviceException {
        awaitInputEmpty();
        data.write(0, value);
    }

    private void awaitInputEmpty() throws DeviceException {
        long deadline = 0;
        while ((command.read(0) & STATUS_INPUT_FULL) != 0) {
            if (deadline == 0) {
                deadline = Nucleus.after(ANSWER_NANOS);
            } else if (Nucleus.now() >= deadline) {
                throw new DeviceException("the keyboard controller does not take commands");
            }
            Notifications.sleep(POLL_NANOS);
        }
    }
}
