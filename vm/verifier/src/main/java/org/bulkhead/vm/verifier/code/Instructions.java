package org.bulkhead.vm.verifier.code;

import java.util.EnumSet;
import java.util.Set;
import org.bulkhead.vm.verifier.Site;
import org.bulkhead.vm.verifier.VerificationProblem;
import org.bulkhead.vm.verifier.format.ClassFile;
import org.bulkhead.vm.verifier.format.ClassVersion;
import org.bulkhead.vm.verifier.format.CodeAttribute;
import org.bulkhead.vm.verifier.format.Constant;
import org.bulkhead.vm.verifier.format.ConstantPool;
import org.bulkhead.vm.verifier.format.Member;
import org.bulkhead.vm.verifier.format.Names;

/** The instructions of a method, where each begins, and the static constraints on each (JVMS 4.9.1). */
public final class Instructions {
    private static final int BYTE = 0xFF;
    private static final int FIRST_PRIMITIVE = 4;
    private static final int LAST_PRIMITIVE = 11;
    private static final int PAIR = 8;

    private final ClassFile file;
    private final ConstantPool constants;
    private final CodeAttribute code;
    private final Site site;
    /** By offset: length of the instruction that begins there, 0 where none begins. */
    private final int[] lengths;

    /** Decodes and checks all instructions. */
    public Instructions(ClassFile file, CodeAttribute code, Site site) {
        this.file = file;
        this.constants = file.constants();
        this.code = code;
        this.site = site;
        lengths = new int[length()];
        for (int at = 0; at < length(); at += lengths[at]) {
            site.enterInstruction(at);
            lengths[at] = decode(at);
        }
        for (int at = 0; at < length(); at += lengths[at]) {
            site.enterInstruction(at);
            checkTargets(at);
        }
        site.enterInstruction(VerificationProblem.NO_OFFSET);
        for (CodeAttribute.Handler each : code.handlers()) {
            if (!begins(each.start()) || !begins(each.target()) || !isBoundary(each.end())) {
                throw site.unverifiable("the exception handler at " + each.target() + ", which covers " + each.start() + " to " + each.end() + ", points into an instruction");
            }
        }
        for (int each : code.boundaries()) {
            if (!isBoundary(each)) {
                throw site.malformed("a local variable's life begins or ends at " + each + ", in an instruction");
            }
        }
    }

    private boolean isBoundary(int offset) {
        return offset == length() || begins(offset);
    }

    /** Returns the bytes of all instructions together. */
    public int length() {
        return code.bytes().length;
    }

    /** Returns whether an instruction begins at an offset. */
    public boolean begins(int offset) {
        return offset >= 0 && offset < length() && lengths[offset] > 0;
    }

    /** Returns the offset behind an instruction. */
    public int next(int offset) {
        return offset + lengths[offset];
    }

    /** Returns the opcode of an instruction; of a wide one the opcode that it widens. */
    public int opcode(int offset) {
        int opcode = u1(offset);
        return opcode == Opcode.WIDE ? u1(offset + 1) : opcode;
    }

    /** Returns the index of the local variable, or of the constant, that an instruction names. */
    public int index(int offset) {
        return switch (Opcode.operands(u1(offset))) {
            case CONSTANT, LOCAL, INCREMENT -> u1(offset + 1);
            case WIDE -> u2(offset + 2);
            default -> u2(offset + 1);
        };
    }

    /** Returns the type code of newarray. */
    public int primitive(int offset) {
        return u1(offset + 1);
    }

    /** Returns the number of dimensions that multianewarray makes. */
    public int dimensions(int offset) {
        return u1(offset + 3);
    }

    /** Returns where a branch goes. */
    public int target(int offset) {
        return offset + (Opcode.operands(u1(offset)) == Operands.WIDE_BRANCH ? s4(offset + 1) : (short) u2(offset + 1));
    }

    /** Returns where a switch can go, the default first. */
    public int[] switchTargets(int offset) {
        int base = aligned(offset);
        boolean table = u1(offset) == Opcode.TABLESWITCH;
        int count = table ? s4(base + 8) - s4(base + 4) + 1 : s4(base + 4);
        int[] targets = new int[count + 1];
        targets[0] = offset + s4(base);
        for (int i = 0; i < count; i++) {
            targets[i + 1] = offset + s4(table ? base + 12 + Integer.BYTES * i : base + 12 + PAIR * i);
        }
        return targets;
    }

    private int u1(int at) {
        if (at >= length()) {
            throw site.unverifiable("the instruction reaches beyond the end of the code");
        }
        return code.bytes()[at] & BYTE;
    }

    private int u2(int at) {
        return u1(at) << Byte.SIZE | u1(at + 1);
    }

    private int s4(int at) {
        return u2(at) << Short.SIZE | u2(at + 2);
    }

    private static int aligned(int offset) {
        return (offset + Integer.BYTES) & -Integer.BYTES;
    }

    private int decode(int at) {
        int opcode = u1(at);
        Operands operands = Opcode.operands(opcode);
        if (operands == null) {
            throw site.unverifiable("there is no instruction with opcode " + opcode);
        }
        int length = switch (operands) {
            case TABLE_SWITCH -> tableSwitch(at);
            case LOOKUP_SWITCH -> lookupSwitch(at);
            case WIDE -> wide(at);
            default -> 1 + operands.bytes;
        };
        u1(at + length - 1);
        switch (operands) {
            case CONSTANT, WIDE_CONSTANT -> checkConstant(index(at), false);
            case LONG_CONSTANT -> checkConstant(index(at), true);
            case LOCAL, INCREMENT -> checkLocal(opcode, index(at));
            case FIELD -> constants.require(index(at), EnumSet.of(Constant.FIELD), Opcode.name(opcode));
            case METHOD, INTERFACE_METHOD, DYNAMIC -> checkCall(at, opcode);
            case CLASS -> checkClass(opcode, constants.className(index(at), Opcode.name(opcode)));
            case PRIMITIVE -> {
                if (primitive(at) < FIRST_PRIMITIVE || primitive(at) > LAST_PRIMITIVE) {
                    throw site.unverifiable("newarray has type " + primitive(at) + "; there are " + FIRST_PRIMITIVE + " to " + LAST_PRIMITIVE);
                }
            }
            case DIMENSIONS -> {
                String type = constants.className(index(at), "multianewarray");
                if (dimensions(at) == 0 || dimensions(at) > Names.dimensions(type)) {
                    throw site.unverifiable("multianewarray makes " + dimensions(at) + " dimensions of " + type);
                }
            }
            case NONE -> {
                if (opcode >= Opcode.ILOAD_0 && opcode <= Opcode.ALOAD_3) {
                    checkShortLocal(opcode - Opcode.ILOAD_0);
                } else if (opcode >= Opcode.ISTORE_0 && opcode <= Opcode.ASTORE_3) {
                    checkShortLocal(opcode - Opcode.ISTORE_0);
                }
            }
            case BYTE, SHORT, BRANCH, WIDE_BRANCH, TABLE_SWITCH, LOOKUP_SWITCH, WIDE -> { }
        }
        if (opcode == Opcode.JSR || opcode == Opcode.JSR_W || opcode == Opcode.RET) {
            throw site.unverifiable(Opcode.name(opcode) + " is not supported: compile the class for Java 6 or later");
        }
        return length;
    }

    private int tableSwitch(int at) {
        int base = padding(at);
        long low = s4(base + 4);
        long high = s4(base + 8);
        if (low > high) {
            throw site.unverifiable("tableswitch goes from " + low + " to " + high);
        }
        return fitting(at, base - at + 12 + Integer.BYTES * (high - low + 1));
    }

    private int lookupSwitch(int at) {
        int base = padding(at);
        int count = s4(base + 4);
        if (count < 0) {
            throw site.unverifiable("lookupswitch has " + count + " pairs");
        }
        int length = fitting(at, base - at + PAIR + (long) PAIR * count);
        for (int i = 1; i < count; i++) {
            if (s4(base + PAIR + PAIR * i) <= s4(base + PAIR * i)) {
                throw site.unverifiable("the keys of lookupswitch are not in ascending order");
            }
        }
        return length;
    }

    private int padding(int at) {
        int base = aligned(at);
        if (!file.version().atLeast(ClassVersion.JAVA_7)) {
            for (int i = at + 1; i < base; i++) {
                if (u1(i) != 0) {
                    throw site.unverifiable("the padding of a switch is not 0");
                }
            }
        }
        return base;
    }

    private int fitting(int at, long length) {
        if (length > length() - at) {
            throw site.unverifiable("the instruction reaches beyond the end of the code");
        }
        return (int) length;
    }

    private int wide(int at) {
        int opcode = u1(at + 1);
        Operands widened = Opcode.operands(opcode);
        if (widened != Operands.LOCAL && widened != Operands.INCREMENT) {
            throw site.unverifiable("wide cannot widen " + Opcode.name(opcode));
        }
        int length = widened == Operands.LOCAL ? 4 : 6;
        u1(at + length - 1);
        checkLocal(opcode, u2(at + 2));
        return length;
    }

    private void checkShortLocal(int number) {
        // Four for each of int, long, float, double, reference.
        requireLocals(number & 3, number >> 2);
    }

    private void checkLocal(int opcode, int local) {
        int type = opcode >= Opcode.ISTORE && opcode <= Opcode.ASTORE ? opcode - Opcode.ISTORE : opcode >= Opcode.ILOAD && opcode <= Opcode.ALOAD ? opcode - Opcode.ILOAD : 0;
        requireLocals(local, type);
    }

    private void requireLocals(int local, int type) {
        int slots = type == 1 || type == 3 ? 2 : 1;
        if (local + slots > code.maxLocals()) {
            throw site.unverifiable("local variable " + local + " of " + slots + " slot(s) is beyond the " + code.maxLocals() + " that the method has");
        }
    }

    private void checkConstant(int index, boolean two) {
        Set<Constant> wanted = two ? EnumSet.of(Constant.LONG, Constant.DOUBLE, Constant.DYNAMIC) : EnumSet.of(Constant.INTEGER, Constant.FLOAT, Constant.STRING, Constant.DYNAMIC);
        if (!two && file.version().atLeast(ClassVersion.JAVA_5)) {
            wanted.add(Constant.CLASS);
        }
        if (!two && file.version().atLeast(ClassVersion.JAVA_7)) {
            wanted.add(Constant.METHOD_HANDLE);
            wanted.add(Constant.METHOD_TYPE);
        }
        constants.require(index, wanted, two ? "ldc2_w" : "ldc");
        if (constants.kind(index) == Constant.DYNAMIC) {
            String type = constants.dynamic(index).descriptor();
            if ((type.equals("J") || type.equals("D")) != two) {
                throw site.unverifiable("a dynamic constant of type " + type + " is loaded by " + (two ? "ldc2_w" : "ldc"));
            }
        }
    }

    private void checkCall(int at, int opcode) {
        int index = index(at);
        Set<Constant> wanted = switch (opcode) {
            case Opcode.INVOKEDYNAMIC -> EnumSet.of(Constant.INVOKE_DYNAMIC);
            case Opcode.INVOKEINTERFACE -> EnumSet.of(Constant.INTERFACE_METHOD);
            case Opcode.INVOKEVIRTUAL -> EnumSet.of(Constant.METHOD);
            default -> file.version().atLeast(ClassVersion.JAVA_8) ? EnumSet.of(Constant.METHOD, Constant.INTERFACE_METHOD) : EnumSet.of(Constant.METHOD);
        };
        constants.require(index, wanted, Opcode.name(opcode));
        if (opcode == Opcode.INVOKEDYNAMIC) {
            if (u2(at + 3) != 0) {
                throw site.unverifiable("the last two bytes of invokedynamic are not 0");
            }
            return;
        }
        Member method = constants.member(index);
        if (method.name().startsWith("<") && (opcode != Opcode.INVOKESPECIAL || !method.name().equals(Names.CONSTRUCTOR))) {
            throw site.unverifiable(Opcode.name(opcode) + " cannot call " + method);
        }
        if (opcode == Opcode.INVOKEINTERFACE) {
            int slots = 1 + Names.argumentSlots(method.descriptor());
            if (u1(at + 3) != slots || u1(at + 4) != 0) {
                throw site.unverifiable("invokeinterface of " + method + " says " + u1(at + 3) + " argument slots and then " + u1(at + 4) + " instead of " + slots + " and 0");
            }
        }
    }

    private void checkClass(int opcode, String type) {
        if (opcode == Opcode.NEW && type.startsWith("[")) {
            throw site.unverifiable("new cannot make the array type " + type);
        }
        if (opcode == Opcode.ANEWARRAY && Names.dimensions(type) == BYTE) {
            throw site.unverifiable("anewarray makes an array of more than 255 dimensions");
        }
    }

    private void checkTargets(int at) {
        switch (Opcode.operands(u1(at))) {
            case BRANCH, WIDE_BRANCH -> checkTarget(target(at));
            case TABLE_SWITCH, LOOKUP_SWITCH -> {
                for (int target : switchTargets(at)) {
                    checkTarget(target);
                }
            }
            default -> { }
        }
    }

    private void checkTarget(int target) {
        if (!begins(target)) {
            throw site.unverifiable("the branch goes to " + target + ", where no instruction begins");
        }
    }
}
