package org.bulkhead.drivers.ps2;

import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.bulkhead.drivers.buffer.ByteRing;
import org.bulkhead.drivers.buffer.Readers;
import org.bulkhead.isolate.message.MalformedPayloadException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.InputDevicesServer;

/** Gives what was typed and moved to those who ask, in the order in which they asked. Input is dropped only when it has been delivered. */
final class Ps2Server implements InputDevicesServer {
    private final Ps2 devices;
    private final Readers characterReaders = new Readers();
    private final Readers keyReaders = new Readers();
    private final Readers pointerReaders = new Readers();

    Ps2Server(Ps2 devices) {
        this.devices = devices;
    }

    /** Takes what the devices sent, and answers those who wait for it. */
    void interrupted() {
        devices.serve();
        answerReaders();
    }

    private void answerReaders() {
        characterReaders.serve(() -> devices.keyboard().characters().size() > 0);
        keyReaders.serve(() -> !devices.keyboard().events().isEmpty());
        pointerReaders.serve(() -> !devices.mouse().events().isEmpty());
    }

    @Override
    public void read(int limit, ReadReply reply) {
        if (limit <= 0) {
            throw new MalformedPayloadException("read of " + limit + " bytes");
        }
        characterReaders.add(() -> deliver(limit, reply), () -> reply.fail(tooMany()));
        answerReaders();
    }

    private void deliver(int limit, ReadReply reply) {
        ByteRing characters = devices.keyboard().characters();
        byte[] bytes = characters.oldest(Math.min(limit, InputDevices.TRANSFER_LIMIT));
        if (reply.answer(bytes)) {
            characters.remove(bytes.length);
        }
    }

    @Override
    public void nextKey(NextKeyReply reply) {
        keyReaders.add(() -> deliver(devices.keyboard().events(), reply::answer), () -> reply.fail(tooMany()));
        answerReaders();
    }

    @Override
    public void nextPointer(NextPointerReply reply) {
        pointerReaders.add(() -> deliver(devices.mouse().events(), reply::answer), () -> reply.fail(tooMany()));
        answerReaders();
    }

    private static <E> void deliver(ArrayDeque<E> events, Predicate<E> answer) {
        if (answer.test(events.peek())) {
            events.remove();
        }
    }

    private static DeviceException tooMany() {
        return new DeviceException("too many wait for input");
    }
}
