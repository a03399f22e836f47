package org.bulkhead.drivers.ps2;

import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.drivers.keyboard.Layout;
import org.bulkhead.drivers.ps2.Ps2Controller.Device;
import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.protocol.DeviceException;

/** The controller with what is attached to it. Without a controller, or with nothing attached, nobody ever types. */
final class Ps2 {
    /** The keyboard controller's ports lie apart, with the speaker's between them. */
    record Registers(PortRange data, PortRange command) {}

    private final Ps2Controller controller;
    private final Keyboard keyboard;
    private final Mouse mouse = new Mouse();
    private String state;

    Ps2(Registers registers, InterruptLine keyboardLine, InterruptLine mouseLine, StateKeeper keeper) {
        keyboard = new Keyboard(Layout.US, keeper);
        controller = new Ps2Controller(registers.data(), registers.command(), keyboardLine, mouseLine, this::received);
        takeOver();
    }

    /** Takes controller and devices over, in whatever state they are. */
    void takeOver() {
        try {
            boolean runs = controller.resume(keyboard::interrupted) && keyboard.hasPredecessor();
            if (!runs) {
                controller.takeOver();
            }
            boolean typed = runs || controller.test(Device.KEYBOARD);
            boolean moved = runs || controller.test(Device.MOUSE);
            if (typed) {
                controller.enable(Device.KEYBOARD);
                typed = keyboard.takeOver(controller);
            }
            if (moved) {
                controller.enable(Device.MOUSE);
                moved = mouse.takeOver(controller);
            }
            state = (typed ? "keyboard" : "no keyboard") + (moved ? ", mouse" : ", no mouse");
            controller.start();
            keyboard.updateLights(controller);
        } catch (DeviceException e) {
            state = e.getMessage();
        }
    }

    private void received(Device device, int value) {
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
