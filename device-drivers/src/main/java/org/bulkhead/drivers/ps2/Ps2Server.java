package org.bulkhead.drivers.ps2;

import java.util.ArrayDeque;
import org.bulkhead.drivers.buffer.KeptInput;
import org.bulkhead.drivers.buffer.Readers;
import org.bulkhead.drivers.handover.HandedOver;
import org.bulkhead.drivers.keyboard.KeyEvents;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.InputDevicesServer;
import org.bulkhead.isolate.protocol.PointerEvent;

/** Gives what was typed and moved to those who ask, in the order in which they asked. What was typed is forgotten only when it has been acknowledged. */
final class Ps2Server implements InputDevicesServer, HandedOver {
    private final Ps2 devices;
    private final Readers characterReaders = new Readers();
    private final Readers keyReaders = new Readers();
    private final Readers pointerReaders = new Readers();

    Ps2Server(Ps2 devices) {
        this.devices = devices;
    }

    /** What was typed is kept already, and what is typed from now on waits in the devices; whoever waits for input goes on waiting in the queue. */
    @Override
    public void rest() {
        devices.serve();
    }

    @Override
    public void goOn() {
        devices.takeOver();
        answerReaders();
    }

    @Override
    public void interrupted() {
        devices.serve();
        answerReaders();
    }

    private void answerReaders() {
        characterReaders.serve(() -> devices.keyboard().characters().bytes().size() > 0);
        keyReaders.serve(() -> !devices.keyboard().events().isEmpty());
        pointerReaders.serve(() -> !devices.mouse().events().isEmpty());
    }

    @Override
    public void read(long next, int limit, ReadReply reply) {
        if (limit <= 0) {
            throw new MalformedPayloadException("read of " + limit + " bytes");
        }
        KeptInput characters = devices.keyboard().characters();
        characters.acknowledge(next);
        characterReaders.add(() -> reply.answer(characters.oldest(Math.min(limit, InputDevices.TRANSFER_LIMIT))), () -> reply.fail(tooMany()));
        answerReaders();
    }

    @Override
    public void nextKey(long next, NextKeyReply reply) {
        KeyEvents events = devices.keyboard().events();
        events.acknowledge(next);
        keyReaders.add(() -> reply.answer(events.oldest()), () -> reply.fail(tooMany()));
        answerReaders();
    }

    @Override
    public void nextPointer(NextPointerReply reply) {
        pointerReaders.add(() -> deliver(devices.mouse().events(), reply), () -> reply.fail(tooMany()));
        answerReaders();
    }

    private static void deliver(ArrayDeque<PointerEvent> events, NextPointerReply reply) {
        if (reply.answer(events.peek())) {
            events.remove();
        }
    }

    private static DeviceException tooMany() {
        return new DeviceException("too many wait for input");
    }
}
