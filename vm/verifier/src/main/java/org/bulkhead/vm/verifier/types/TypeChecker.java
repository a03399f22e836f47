package org.bulkhead.vm.verifier.types;

import java.util.Map;
import org.bulkhead.vm.verifier.VerificationProblem;

/** Goes once through the code and compares what it finds with the stack map (JVMS 4.10.1.6). */
final class TypeChecker extends MethodWalk {
    private Map<Integer, Frame> frames = Map.of();

    TypeChecker(MethodContext context) {
        super(context);
    }

    @Override
    void verify() {
        Frame current = context.firstFrame();
        checkHandlers();
        if (context.code().stackMap() != null) {
            frames = new StackMapReader(context.code().stackMap(), context.constants(), instructions, context.site()).read(current.copy(), context.argumentSlots());
        }
        for (int at = 0; at < instructions.length(); at = instructions.next(at)) {
            context.site().enterInstruction(at);
            Frame mapped = frames.get(at);
            if (mapped != null) {
                if (current != null) {
                    compare(current, mapped, at);
                }
                current = mapped.copy();
            } else if (current == null) {
                throw context.site().unverifiable("the stack map has no frame here, where control comes only by a branch");
            }
            if (!follow(at, current)) {
                current = null;
            }
        }
        if (current != null) {
            throw fallsOff();
        }
        checkInitializations();
        context.site().enterInstruction(VerificationProblem.NO_OFFSET);
    }

    @Override
    void arrive(int target, Frame frame) {
        Frame mapped = frames.get(target);
        if (mapped == null) {
            throw context.site().unverifiable("the stack map has no frame at " + target + ", where control can go from here");
        }
        compare(frame, mapped, target);
    }

    private void compare(Frame frame, Frame mapped, int target) {
        String mismatch = frame.mismatch(mapped, context.types());
        if (mismatch != null) {
            throw context.site().unverifiable("the types do not fit the stack map at " + target + ": " + mismatch);
        }
    }
}
