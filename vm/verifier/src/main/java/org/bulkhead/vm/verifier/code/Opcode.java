package org.bulkhead.vm.verifier.code;

/** The instruction set (JVMS 6.5), by the numbers of its opcodes. */
public final class Opcode {
    public static final int ACONST_NULL = 1;
    public static final int LDC = 18;
    public static final int LDC2_W = 20;
    public static final int ILOAD = 21;
    public static final int ALOAD = 25;
    public static final int ILOAD_0 = 26;
    public static final int ALOAD_0 = 42;
    public static final int ALOAD_3 = 45;
    public static final int AALOAD = 50;
    public static final int BALOAD = 51;
    public static final int ISTORE = 54;
    public static final int ASTORE = 58;
    public static final int ISTORE_0 = 59;
    public static final int ASTORE_0 = 75;
    public static final int ASTORE_3 = 78;
    public static final int AASTORE = 83;
    public static final int BASTORE = 84;
    public static final int POP = 87;
    public static final int POP2 = 88;
    public static final int DUP = 89;
    public static final int DUP_X1 = 90;
    public static final int DUP_X2 = 91;
    public static final int DUP2 = 92;
    public static final int DUP2_X1 = 93;
    public static final int DUP2_X2 = 94;
    public static final int SWAP = 95;
    public static final int IINC = 132;
    public static final int IF_ACMPEQ = 165;
    public static final int IF_ACMPNE = 166;
    public static final int GOTO = 167;
    public static final int JSR = 168;
    public static final int RET = 169;
    public static final int TABLESWITCH = 170;
    public static final int LOOKUPSWITCH = 171;
    public static final int IRETURN = 172;
    public static final int ARETURN = 176;
    public static final int RETURN = 177;
    public static final int GETSTATIC = 178;
    public static final int PUTSTATIC = 179;
    public static final int GETFIELD = 180;
    public static final int PUTFIELD = 181;
    public static final int INVOKEVIRTUAL = 182;
    public static final int INVOKESPECIAL = 183;
    public static final int INVOKESTATIC = 184;
    public static final int INVOKEINTERFACE = 185;
    public static final int INVOKEDYNAMIC = 186;
    public static final int NEW = 187;
    public static final int NEWARRAY = 188;
    public static final int ANEWARRAY = 189;
    public static final int ARRAYLENGTH = 190;
    public static final int ATHROW = 191;
    public static final int CHECKCAST = 192;
    public static final int INSTANCEOF = 193;
    public static final int MONITORENTER = 194;
    public static final int MONITOREXIT = 195;
    public static final int WIDE = 196;
    public static final int MULTIANEWARRAY = 197;
    public static final int IFNULL = 198;
    public static final int IFNONNULL = 199;
    public static final int GOTO_W = 200;
    public static final int JSR_W = 201;
    /** One more than the highest that class files may have. */
    static final int COUNT = 202;

    private static final String[] NAMES = ("nop aconst_null iconst_m1 iconst_0 iconst_1 iconst_2 iconst_3 iconst_4 iconst_5 lconst_0 lconst_1 fconst_0 fconst_1 fconst_2 dconst_0 dconst_1 bipush sipush ldc ldc_w ldc2_w "
        + "iload lload fload dload aload iload_0 iload_1 iload_2 iload_3 lload_0 lload_1 lload_2 lload_3 fload_0 fload_1 fload_2 fload_3 dload_0 dload_1 dload_2 dload_3 aload_0 aload_1 aload_2 aload_3 "
        + "iaload laload faload daload aaload baload caload saload istore lstore fstore dstore astore istore_0 istore_1 istore_2 istore_3 lstore_0 lstore_1 lstore_2 lstore_3 fstore_0 fstore_1 fstore_2 fstore_3 "
        + "dstore_0 dstore_1 dstore_2 dstore_3 astore_0 astore_1 astore_2 astore_3 iastore lastore fastore dastore aastore bastore castore sastore pop pop2 dup dup_x1 dup_x2 dup2 dup2_x1 dup2_x2 swap "
        + "iadd ladd fadd dadd isub lsub fsub dsub imul lmul fmul dmul idiv ldiv fdiv ddiv irem lrem frem drem ineg lneg fneg dneg ishl lshl ishr lshr iushr lushr iand land ior lor ixor lxor iinc "
        + "i2l i2f i2d l2i l2f l2d f2i f2l f2d d2i d2l d2f i2b i2c i2s lcmp fcmpl fcmpg dcmpl dcmpg ifeq ifne iflt ifge ifgt ifle if_icmpeq if_icmpne if_icmplt if_icmpge if_icmpgt if_icmple if_acmpeq if_acmpne "
        + "goto jsr ret tableswitch lookupswitch ireturn lreturn freturn dreturn areturn return getstatic putstatic getfield putfield invokevirtual invokespecial invokestatic invokeinterface invokedynamic "
        + "new newarray anewarray arraylength athrow checkcast instanceof monitorenter monitorexit wide multianewarray ifnull ifnonnull goto_w jsr_w").split(" ");

    private Opcode() {}

    /** Returns the mnemonic. */
    public static String name(int opcode) {
        return opcode < COUNT ? NAMES[opcode] : "opcode " + opcode;
    }

    /** Returns what follows the opcode, or null if there is no such instruction. */
    static Operands operands(int opcode) {
        return switch (opcode) {
            case 16 -> Operands.BYTE;
            case 17 -> Operands.SHORT;
            case LDC -> Operands.CONSTANT;
            case 19 -> Operands.WIDE_CONSTANT;
            case LDC2_W -> Operands.LONG_CONSTANT;
            case 21, 22, 23, 24, ALOAD, ISTORE, 55, 56, 57, ASTORE, RET -> Operands.LOCAL;
            case IINC -> Operands.INCREMENT;
            case TABLESWITCH -> Operands.TABLE_SWITCH;
            case LOOKUPSWITCH -> Operands.LOOKUP_SWITCH;
            case GETSTATIC, PUTSTATIC, GETFIELD, PUTFIELD -> Operands.FIELD;
            case INVOKEVIRTUAL, INVOKESPECIAL, INVOKESTATIC -> Operands.METHOD;
            case INVOKEINTERFACE -> Operands.INTERFACE_METHOD;
            case INVOKEDYNAMIC -> Operands.DYNAMIC;
            case NEW, ANEWARRAY, CHECKCAST, INSTANCEOF -> Operands.CLASS;
            case NEWARRAY -> Operands.PRIMITIVE;
            case WIDE -> Operands.WIDE;
            case MULTIANEWARRAY -> Operands.DIMENSIONS;
            case IFNULL, IFNONNULL -> Operands.BRANCH;
            case GOTO_W, JSR_W -> Operands.WIDE_BRANCH;
            default -> {
                boolean branch = opcode >= 153 && opcode <= JSR;
                yield branch ? Operands.BRANCH : opcode < COUNT ? Operands.NONE : null;
            }
        };
    }
}
