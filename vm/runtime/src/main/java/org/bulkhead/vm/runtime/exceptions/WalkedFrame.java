package org.bulkhead.vm.runtime.exceptions;

import java.lang.StackWalker.StackFrame;
import org.bulkhead.vm.runtime.types.LibraryNames;

/**
 * A frame as {@link StackWalker} gives it. What compiled code does not know of a frame, it does not tell: the method's descriptor and the place in the bytecode.
 *
 * @param owner the class of the method; null in programs that have no object of it, as those may that hold only what they call
 */
public record WalkedFrame(Classes classes, Class<?> owner, String className, String methodName, String file, int line) implements StackFrame {
    private static final int UNKNOWN_INDEX = -1;

    /** Whether a walker gives out classes. */
    public enum Classes {
        /** As one made with {@code RETAIN_CLASS_REFERENCE} does. */
        GIVEN,
        /** As others do. */
        HIDDEN
    }

    @Override
    public String getClassName() {
        return className;
    }

    @Override
    public String getMethodName() {
        return methodName;
    }

    @Override
    public Class<?> getDeclaringClass() {
        if (classes == Classes.HIDDEN) {
            throw new UnsupportedOperationException("No access to RETAIN_CLASS_REFERENCE");
        }
        if (owner == null) {
            throw new UnsupportedOperationException("this program holds only what it calls, and no class object of " + className + ": build it open");
        }
        return owner;
    }

    @Override
    public int getByteCodeIndex() {
        return UNKNOWN_INDEX;
    }

    @Override
    public String getFileName() {
        return file;
    }

    @Override
    public int getLineNumber() {
        return line;
    }

    @Override
    public boolean isNativeMethod() {
        return false;
    }

    @Override
    public StackTraceElement toStackTraceElement() {
        return new StackTraceElement(null, LibraryNames.module(className), null, className, methodName, file, line);
    }

    @Override
    public String toString() {
        return toStackTraceElement().toString();
    }
}
