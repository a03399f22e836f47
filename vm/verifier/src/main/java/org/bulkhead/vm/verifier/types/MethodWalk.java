package org.bulkhead.vm.verifier.types;

import org.bulkhead.vm.verifier.code.Instructions;
import org.bulkhead.vm.verifier.code.Opcode;
import org.bulkhead.vm.verifier.format.CodeAttribute.Handler;

/** What both ways through a method's code have in common. */
abstract class MethodWalk {
    final MethodContext context;
    final Instructions instructions;
    final InstructionRules rules;

    MethodWalk(MethodContext context) {
        this.context = context;
        this.instructions = context.instructions();
        rules = new InstructionRules(context);
    }

    /** Judges the whole method. */
    abstract void verify();

    /** Control may come to {@code target} with the types of {@code frame}. */
    abstract void arrive(int target, Frame frame);

    /** Follows one instruction; returns whether control may go on behind it. */
    boolean follow(int offset, Frame frame) {
        context.site().enterInstruction(offset);
        for (Handler each : context.code().handlers()) {
            if (offset >= each.start() && offset < each.end()) {
                arrive(each.target(), frame.forHandler(exceptionType(each)));
            }
        }
        int opcode = instructions.opcode(offset);
        rules.execute(offset, frame);
        if (opcode == Opcode.TABLESWITCH || opcode == Opcode.LOOKUPSWITCH) {
            for (int target : instructions.switchTargets(offset)) {
                arrive(target, frame);
            }
            return false;
        }
        if (isBranch(opcode)) {
            arrive(instructions.target(offset), frame);
            return opcode != Opcode.GOTO && opcode != Opcode.GOTO_W;
        }
        return opcode != Opcode.ATHROW && (opcode < Opcode.IRETURN || opcode > Opcode.RETURN);
    }

    private static boolean isBranch(int opcode) {
        return opcode >= 153 && opcode <= Opcode.GOTO || opcode == Opcode.IFNULL || opcode == Opcode.IFNONNULL || opcode == Opcode.GOTO_W;
    }

    private VerificationType exceptionType(Handler handler) {
        return handler.type() == null ? VerificationType.THROWABLE : VerificationType.object(handler.type());
    }

    /** Handlers catch only what can be thrown. */
    void checkHandlers() {
        for (Handler each : context.code().handlers()) {
            if (!context.types().isAssignable(exceptionType(each), VerificationType.THROWABLE)) {
                throw context.site().unverifiable("the exception handler at " + each.target() + " catches " + exceptionType(each) + ", which is no Throwable");
            }
        }
    }

    /** An object whose initialisation has failed is not initialised again: no handler of the call of another constructor may lead to one. */
    void checkInitializations() {
        for (int call : context.initializations()) {
            for (Handler each : context.code().handlers()) {
                boolean covered = call >= each.start() && call < each.end();
                if (covered && context.initializations().stream().anyMatch(other -> other >= each.target())) {
                    context.site().enterInstruction(call);
                    throw context.site().unverifiable("an exception of the other constructor is caught at " + each.target() + ", and this initialised again");
                }
            }
        }
    }

    RuntimeException fallsOff() {
        return context.site().unverifiable("control goes on behind the last instruction");
    }
}
