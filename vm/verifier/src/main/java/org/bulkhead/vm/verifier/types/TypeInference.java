package org.bulkhead.vm.verifier.types;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.bulkhead.vm.verifier.VerificationProblem;

/** Finds the types before each instruction by following all ways until nothing changes (JVMS 4.10.2.2): for class files before Java 7, whose stack maps may be missing. */
final class TypeInference extends MethodWalk {
    private final Map<Integer, Frame> frames = new HashMap<>();
    private final TreeSet<Integer> pending = new TreeSet<>();

    TypeInference(MethodContext context) {
        super(context);
    }

    @Override
    void verify() {
        checkHandlers();
        arrive(0, context.firstFrame());
        while (!pending.isEmpty()) {
            int at = pending.pollFirst();
            Frame frame = frames.get(at).copy();
            if (follow(at, frame)) {
                if (instructions.next(at) >= instructions.length()) {
                    throw fallsOff();
                }
                arrive(instructions.next(at), frame);
            }
        }
        checkInitializations();
        context.site().enterInstruction(VerificationProblem.NO_OFFSET);
    }

    @Override
    void arrive(int target, Frame frame) {
        Frame known = frames.get(target);
        if (known == null) {
            frames.put(target, frame.copy());
            pending.add(target);
        } else if (known.merge(frame, context.types())) {
            pending.add(target);
        }
    }
}
