package org.bulkhead.vm.verifier.types;

/**
 * The type of a local variable or an operand (JVMS 4.10.1.2).
 *
 * @param kind what it is
 * @param name of an OBJECT: internal name of a class, or array descriptor; else null
 * @param offset of an UNINITIALIZED: of the instruction {@code new} that made it; else 0
 */
record VerificationType(Kind kind, String name, int offset) {
    /** The kinds of types. */
    enum Kind {
        /** Nothing is known of it, and nothing can be done with it; also the second half of a long or double. */
        TOP,
        INT, FLOAT, LONG, DOUBLE, NULL,
        /** {@code this} before another constructor has been called. */
        UNINITIALIZED_THIS,
        /** Made by {@code new}, its constructor not called yet. */
        UNINITIALIZED,
        OBJECT
    }

    static final VerificationType TOP = of(Kind.TOP);
    static final VerificationType INT = of(Kind.INT);
    static final VerificationType FLOAT = of(Kind.FLOAT);
    static final VerificationType LONG = of(Kind.LONG);
    static final VerificationType DOUBLE = of(Kind.DOUBLE);
    static final VerificationType NULL = of(Kind.NULL);
    static final VerificationType UNINITIALIZED_THIS = of(Kind.UNINITIALIZED_THIS);
    static final VerificationType OBJECT = object("java/lang/Object");
    static final VerificationType STRING = object("java/lang/String");
    static final VerificationType THROWABLE = object("java/lang/Throwable");

    private static VerificationType of(Kind kind) {
        return new VerificationType(kind, null, 0);
    }

    /** Returns the type of references to a class, by its internal name, or to an array, by its descriptor. */
    static VerificationType object(String name) {
        return new VerificationType(Kind.OBJECT, name, 0);
    }

    static VerificationType uninitialized(int offset) {
        return new VerificationType(Kind.UNINITIALIZED, null, offset);
    }

    /** Returns the type of a value with the field descriptor that begins at {@code start}. */
    static VerificationType ofDescriptor(String descriptor, int start) {
        return switch (descriptor.charAt(start)) {
            case 'B', 'C', 'I', 'S', 'Z' -> INT;
            case 'F' -> FLOAT;
            case 'J' -> LONG;
            case 'D' -> DOUBLE;
            case 'L' -> object(descriptor.substring(start + 1, descriptor.indexOf(';', start)));
            default -> {
                int end = start;
                while (descriptor.charAt(end) == '[') {
                    end++;
                }
                yield object(descriptor.substring(start, descriptor.charAt(end) == 'L' ? descriptor.indexOf(';', end) + 1 : end + 1));
            }
        };
    }

    /** Returns whether it takes two slots. */
    boolean isWide() {
        return kind == Kind.LONG || kind == Kind.DOUBLE;
    }

    int slots() {
        return isWide() ? 2 : 1;
    }

    /** Returns whether it is a reference to an object that can be used. */
    boolean isInitializedReference() {
        return kind == Kind.OBJECT || kind == Kind.NULL;
    }

    boolean isUninitialized() {
        return kind == Kind.UNINITIALIZED || kind == Kind.UNINITIALIZED_THIS;
    }

    boolean isReference() {
        return isInitializedReference() || isUninitialized();
    }

    boolean isArray() {
        return kind == Kind.OBJECT && name.charAt(0) == '[';
    }

    /** Returns the type of an array's elements as a descriptor. */
    String elementDescriptor() {
        return name.substring(1);
    }

    /** Returns the type of an array with elements of this reference type. */
    VerificationType array() {
        return object(isArray() ? "[" + name : "[L" + name + ";");
    }

    @Override
    public String toString() {
        return switch (kind) {
            case TOP -> "nothing usable";
            case INT -> "int";
            case FLOAT -> "float";
            case LONG -> "long";
            case DOUBLE -> "double";
            case NULL -> "null";
            case UNINITIALIZED_THIS -> "this before its initialisation";
            case UNINITIALIZED -> "what was made at " + offset + " and is not initialised";
            case OBJECT -> name.replace('/', '.');
        };
    }
}
