package org.bulkhead.vm.verifier.types;

import java.util.Map;
import java.util.TreeMap;
import org.bulkhead.vm.verifier.Site;
import org.bulkhead.vm.verifier.code.Instructions;
import org.bulkhead.vm.verifier.code.Opcode;
import org.bulkhead.vm.verifier.format.ClassBytes;
import org.bulkhead.vm.verifier.format.ConstantPool;

/** Reads the StackMapTable attribute (JVMS 4.7.4). */
final class StackMapReader {
    private static final int SAME_END = 64;
    private static final int SAME_ONE_STACK_END = 128;
    private static final int SAME_ONE_STACK_EXTENDED = 247;
    private static final int SAME_EXTENDED = 251;
    private static final int FULL = 255;

    private final ClassBytes in;
    private final ConstantPool constants;
    private final Instructions instructions;
    private final Site site;
    /** Locals of the frame read last, and how many slots of them are set. */
    private Frame previous;
    private int set;

    StackMapReader(ClassBytes in, ConstantPool constants, Instructions instructions, Site site) {
        this.in = in;
        this.constants = constants;
        this.instructions = instructions;
        this.site = site;
    }

    /**
     * Returns the frames by the offset of their instruction.
     *
     * @param first the frame at the beginning of the method
     * @param arguments slots of the arguments, the receiver included
     */
    Map<Integer, Frame> read(Frame first, int arguments) {
        previous = first;
        set = arguments;
        Map<Integer, Frame> frames = new TreeMap<>();
        int offset = -1;
        for (int count = in.u2(); count > 0; count--) {
            int type = in.u1();
            Frame frame = previous.copy();
            frame.clearStack();
            int delta;
            if (type < SAME_END) {
                delta = type;
            } else if (type < SAME_ONE_STACK_END) {
                delta = type - SAME_END;
                frame.push(type());
            } else if (type < SAME_ONE_STACK_EXTENDED) {
                throw site.unverifiable("the stack map has a frame of type " + type + ", which is reserved");
            } else {
                delta = in.u2();
                extended(type, frame);
            }
            offset += delta + 1;
            if (!instructions.begins(offset)) {
                throw site.unverifiable("the stack map has a frame at " + offset + ", where no instruction begins");
            }
            frame.findAwaitsInitialization();
            frames.put(offset, frame);
            previous = frame;
        }
        if (!in.atEnd()) {
            throw site.unverifiable("the stack map is longer than its frames");
        }
        return frames;
    }

    private void extended(int type, Frame frame) {
        if (type == SAME_ONE_STACK_EXTENDED) {
            frame.push(type());
        } else if (type == FULL) {
            chop(frame, set);
            append(frame, in.u2());
            for (int count = in.u2(); count > 0; count--) {
                frame.push(type());
            }
        } else if (type < SAME_EXTENDED) {
            for (int count = SAME_EXTENDED - type; count > 0; count--) {
                chopOne(frame);
            }
        } else {
            append(frame, type - SAME_EXTENDED);
        }
    }

    /** Takes away the last local variable. */
    private void chopOne(Frame frame) {
        if (set == 0) {
            throw site.unverifiable("the stack map takes away more local variables than there are");
        }
        boolean wide = set > 1 && frame.local(set - 2).isWide();
        chop(frame, wide ? 2 : 1);
    }

    private void chop(Frame frame, int slots) {
        for (int i = 0; i < slots; i++) {
            set--;
            frame.setLocal(set, VerificationType.TOP);
        }
    }

    private void append(Frame frame, int count) {
        for (int i = 0; i < count; i++) {
            VerificationType type = type();
            if (set + type.slots() > frame.localCount()) {
                throw site.unverifiable("the stack map has more local variables than the " + frame.localCount() + " of the method");
            }
            frame.setLocal(set, type);
            set += type.slots();
        }
    }

    private VerificationType type() {
        int tag = in.u1();
        return switch (tag) {
            case 0 -> VerificationType.TOP;
            case 1 -> VerificationType.INT;
            case 2 -> VerificationType.FLOAT;
            case 3 -> VerificationType.DOUBLE;
            case 4 -> VerificationType.LONG;
            case 5 -> VerificationType.NULL;
            case 6 -> VerificationType.UNINITIALIZED_THIS;
            case 7 -> VerificationType.object(constants.className(in.u2(), "the stack map"));
            case 8 -> {
                int offset = in.u2();
                if (!instructions.begins(offset) || instructions.opcode(offset) != Opcode.NEW) {
                    throw site.unverifiable("the stack map names an object made at " + offset + ", where nothing is made");
                }
                yield VerificationType.uninitialized(offset);
            }
            default -> throw site.unverifiable("the stack map has a type with tag " + tag + ", which there is not");
        };
    }
}
