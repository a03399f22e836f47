package org.bulkhead.drivers.ps2;

import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.drivers.keyboard.Layout;
import org.bulkhead.drivers.ps2.Keyboard.Phase;
import org.bulkhead.drivers.ps2.Ps2Controller.Device;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.protocol.DeviceException;

/** The controller with what is attached to it. Without a controller, or with nothing attached, nobody ever types. */
final class Ps2 implements Ps2Controller.Receiver {
    /** The keyboard controller's ports lie apart, with the speaker's between them. */
    record Registers(PortRange data, PortRange command) {}

    private final Ps2Controller controller;
    private final Keyboard keyboard;
    private final Mouse mouse = new Mouse();
    private String state;

    Ps2(Registers registers, InterruptLine keyboardLine, InterruptLine mouseLine, StateKeeper keeper) {
        keyboard = new Keyboard(Layout.US, keeper);
        controller = new Ps2Controller(registers.data(), registers.command(), keyboardLine, mouseLine, this);
        takeOver();
    }

    /** Starts controller and devices, in whatever state they are, or goes on where a predecessor has stopped. */
    void takeOver() {
        try {
            switch (keyboard.phase()) {
                case STARTING -> begin();
                case SERVING -> goOn();
                case TAKING -> {
                    takeAgain();
                    goOn();
                }
                case TELLING -> {
                    keyboard.lost();
                    controller.resume();
                    keyboard.takeOver(controller);
                    keyboard.enter(Phase.SERVING);
                    goOn();
                }
            }
            keyboard.updateLights(controller);
        } catch (DeviceException e) {
            state = e.getMessage();
        }
    }

    private void begin() throws DeviceException {
        controller.takeOver();
        boolean typed = controller.test(Device.KEYBOARD);
        boolean moved = controller.test(Device.MOUSE);
        if (typed) {
            controller.enable(Device.KEYBOARD);
            typed = keyboard.takeOver(controller);
        }
        if (moved) {
            controller.enable(Device.MOUSE);
            moved = mouse.takeOver(controller);
        }
        state = (typed ? "keyboard" : "no keyboard") + (moved ? ", mouse" : ", no mouse");
        controller.configure();
        keyboard.enter(Phase.SERVING);
        controller.serve();
    }

    private void goOn() throws DeviceException {
        controller.resume();
        controller.configure();
        controller.serve();
        state = "as the predecessor left them";
    }

    /** Takes the byte that a predecessor had taken when it died. It may not have taken it yet, if one waits. */
    private void takeAgain() {
        int value = controller.shown();
        if (value == Ps2Controller.NOTHING) {
            keyboard.lost();
            keyboard.enter(Phase.SERVING);
        } else {
            keyboard.received(value);
        }
    }

    @Override
    public void taking(Device device) {
        if (device == Device.KEYBOARD) {
            keyboard.taking();
        }
    }

    @Override
    public void received(Device device, int value) {
        switch (device) {
            case KEYBOARD -> keyboard.received(value);
            case MOUSE -> mouse.received(value);
        }
    }

    /** Takes what the devices sent; to be called after an interrupt of either. */
    void serve() {
        try {
            controller.serve();
            keyboard.updateLights(controller);
        } catch (DeviceException e) {
            // Only the lights are wrong.
            return;
        }
    }

    Keyboard keyboard() {
        return keyboard;
    }

    Mouse mouse() {
        return mouse;
    }

    /** Returns what was found, for people. */
    @Override
    public String toString() {
        return state;
    }
}
