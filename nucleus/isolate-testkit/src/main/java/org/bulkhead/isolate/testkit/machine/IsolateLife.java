package org.bulkhead.isolate.testkit.machine;

import java.nio.charset.StandardCharsets;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.nucleus.kernel.hardware.ThreadContext;
import org.bulkhead.vm.magic.Address;

/**
 * The life of an isolate on its thread: what the start code and the runtime do in an image.
 *
 * @param machine on which it lives
 * @param self its thread, which runs this
 */
record IsolateLife(SimulatedMachine machine, IsolateThread self) {
    private static final long TEXT_LIMIT = 192;

    /** Runs the isolate's program from beginning to end. */
    void run(int program) {
        machine.turns().resume(self);
        machine.memory.use();
        Address context = Address.fromLong(machine.probe.context(self.index));
        int incarnation = context.loadInt(ThreadContext.RSI);
        long argument = context.loadLong(ThreadContext.RDX);
        machine.turns().resume(self);
        try {
            machine.observer.program(program, incarnation, argument).run();
            self.systemCall(new SystemCallRequest(SystemCall.EXIT, 0, 0, 0, 0, 0));
        } catch (IsolateEnded e) {
            throw e;
        } catch (OutOfMemoryError e) {
            abort(DeathReason.OUT_OF_MEMORY, e);
        } catch (StackOverflowError e) {
            abort(DeathReason.STACK_EXHAUSTED, e);
        } catch (Throwable e) {
            abort(DeathReason.UNCAUGHT_EXCEPTION, e);
        }
    }

    /** Ends the isolate by what it did not catch. */
    private void abort(DeathReason reason, Throwable uncaught) {
        self.uncaught = uncaught;
        byte[] text = uncaught.toString().getBytes(StandardCharsets.US_ASCII);
        Address scratch = Address.fromLong(AddressSpaceLayout.RUNTIME_SCRATCH);
        int length = (int) Math.min(text.length, TEXT_LIMIT);
        for (int i = 0; i < length; i++) {
            scratch.storeByte(text[i], i);
        }
        self.systemCall(new SystemCallRequest(SystemCall.ABORT, reason.ordinal(), scratch.toLong(), length, 0, 0));
    }
}
