package org.bulkhead.vm.verifier.format;

/** The version of a class file (JVMS table 4.1-A). */
public record ClassVersion(int major, int minor) {
    static final int JAVA_1_1 = 45;
    static final int JAVA_1_2 = 46;
    public static final int JAVA_5 = 49;
    public static final int JAVA_6 = 50;
    public static final int JAVA_7 = 51;
    public static final int JAVA_8 = 52;
    private static final int JAVA_9 = 53;
    private static final int JAVA_11 = 55;
    private static final int JAVA_12 = 56;
    public static final int JAVA_17 = 61;

    public boolean atLeast(int release) {
        return major >= release;
    }

    boolean isSupported() {
        return major >= JAVA_1_1 && major <= JAVA_17 && (major < JAVA_12 || minor == 0);
    }

    /** Returns whether class files of this version may have constants of that kind. */
    boolean has(Constant kind) {
        return switch (kind) {
            case METHOD_HANDLE, METHOD_TYPE, INVOKE_DYNAMIC -> atLeast(JAVA_7);
            case MODULE, PACKAGE -> atLeast(JAVA_9);
            case DYNAMIC -> atLeast(JAVA_11);
            default -> kind != Constant.NONE;
        };
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
