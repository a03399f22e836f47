package org.bulkhead.vm.verifier;

/** A class file that is refused. The message is one line: class, method, offset of the instruction, what is wrong there. */
public final class VerificationProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** {@link #offset} of what concerns no single instruction. */
    public static final int NO_OFFSET = -1;

    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;

    /** What becomes of such a class. */
    public enum Kind {
        /** It is not a class file by the rules of its format (JVMS 4.8), or of a version that is not supported. */
        MALFORMED,
        /** It is a class file, and its code breaks a rule (JVMS 4.9 and 4.10). */
        UNVERIFIABLE,
        /** Its code could not be judged without a class that is missing; on a JVM it fails with {@code NoClassDefFoundError} when it is first used. */
        MISSING_CLASS
    }

    private final transient Kind kind;
    private final String method;
    private final int offset;

    /**
     * @param className name of the class with dots, or what is known instead
     * @param method name and descriptor, null if the problem is none of a method
     * @param offset of the instruction in the method's code, or {@link #NO_OFFSET}
     * @param reason what is wrong
     */
    public VerificationProblem(Kind kind, String className, String method, int offset, String reason) {
        super(printable("class " + className + (method == null ? "" : ", method " + method) + (offset < 0 ? "" : ", offset " + offset) + ": " + reason));
        this.kind = kind;
        this.method = method;
        this.offset = offset;
    }

    /** Names in class files may have any characters; the message stays one line. */
    private static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = !Character.isISOControl(c) && c != LINE_SEPARATOR && c != PARAGRAPH_SEPARATOR;
            line.append(plain ? c : '?');
        }
        return line.toString();
    }

    public Kind kind() {
        return kind;
    }

    /** Returns name and descriptor of the method, or null. */
    public String method() {
        return method;
    }

    /** Returns the offset of the instruction in the method's code, or {@link #NO_OFFSET}. */
    public int offset() {
        return offset;
    }
}
