package org.bulkhead.servers.exerciser;

import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.RefusedException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;

/**
 * Takes what was typed and what the mouse did, if anything, and has the driver show that it lives: nobody types in most rounds, and a driver that is dead is as silent as one that waits, so it also
 * gets a request for no bytes, which the protocol does not allow and a driver that lives refuses.
 */
final class InputExercise extends Exercise {
    private static final long PATIENCE_NANOS = 100_000;
    private static final int KINDS = 3;

    private final InputDevices input;
    private final InputReader characters;
    private long nextKey = CharacterDevice.OLDEST;

    InputExercise(String device, InputDevices input, Complaints complaints) {
        super(device, complaints);
        this.input = input;
        characters = new InputReader(input::read);
    }

    @Override
    void round(long round) {
        int kind = (int) (round % KINDS);
        ask(() -> take(kind));
        ask(this::refusal);
    }

    private String take(int kind) throws DeviceException {
        try {
            switch (kind) {
                case 0 -> {
                    int length = characters.read(InputDevices.TRANSFER_LIMIT, PATIENCE_NANOS).length;
                    return length <= InputDevices.TRANSFER_LIMIT ? null : "LENGTH";
                }
                case 1 -> nextKey = input.nextKey(nextKey, PATIENCE_NANOS).number() + 1;
                default -> input.nextPointer(PATIENCE_NANOS);
            }
        } catch (DeadlineException e) {
            // Nobody typed.
            return null;
        }
        return null;
    }

    private String refusal() throws DeviceException {
        try {
            input.read(CharacterDevice.OLDEST, 0, Long.MAX_VALUE);
            return "NO_REFUSAL";
        } catch (RefusedException e) {
            return null;
        }
    }
}
