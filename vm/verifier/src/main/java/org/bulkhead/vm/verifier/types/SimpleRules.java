package org.bulkhead.vm.verifier.types;

/** What instructions take from the operand stack and put there, of those of which the opcode says all, in letters of descriptors. */
final class SimpleRules {
    private static final String[] EFFECTS = new String[202];

    static {
        set(0, 0, ">");
        set(2, 8, ">I");
        set(9, 10, ">J");
        set(11, 13, ">F");
        set(14, 15, ">D");
        set(16, 17, ">I");
        String primitives = "IJFD";
        for (int i = 0; i < primitives.length(); i++) {
            String type = primitives.substring(i, i + 1);
            // add, sub, mul, div, rem
            for (int opcode = 96; opcode <= 112; opcode += 4) {
                set(opcode + i, opcode + i, type + type + ">" + type);
            }
            set(116 + i, 116 + i, type + ">" + type);
        }
        for (int i = 0; i < 2; i++) {
            String type = primitives.substring(i, i + 1);
            // Shifts count by an int; and, or, xor.
            for (int opcode = 120; opcode <= 124; opcode += 2) {
                set(opcode + i, opcode + i, type + "I>" + type);
            }
            for (int opcode = 126; opcode <= 130; opcode += 2) {
                set(opcode + i, opcode + i, type + type + ">" + type);
            }
        }
        String[] conversions = {"I>J", "I>F", "I>D", "J>I", "J>F", "J>D", "F>I", "F>J", "F>D", "D>I", "D>J", "D>F", "I>I", "I>I", "I>I"};
        for (int i = 0; i < conversions.length; i++) {
            set(133 + i, 133 + i, conversions[i]);
        }
        set(148, 148, "JJ>I");
        set(149, 150, "FF>I");
        set(151, 152, "DD>I");
        // ifeq to ifle, if_icmpeq to if_icmple
        set(153, 158, "I>");
        set(159, 164, "II>");
        set(167, 167, ">");
        set(170, 171, "I>");
        set(200, 200, ">");
    }

    private SimpleRules() {}

    private static void set(int first, int last, String effect) {
        for (int opcode = first; opcode <= last; opcode++) {
            EFFECTS[opcode] = effect;
        }
    }

    /** Returns the effect, or null if the opcode does not say all. */
    static String effect(int opcode) {
        return EFFECTS[opcode];
    }
}
