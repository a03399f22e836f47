package org.bulkhead.vm.runtime.exceptions;

import java.nio.charset.StandardCharsets;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;

/**
 * Names the places of a {@link Backtrace}.
 *
 * <p>Left out are the VM's own frames, those of lambda objects and, at the top, the constructors of the exception itself, as on other VMs.
 */
public final class StackTraceDecoder {
    private static final String RUNTIME_PACKAGE = "org.bulkhead.vm.runtime.";
    /** Part of the names of classes that stand for lambdas; other VMs hide their frames too. */
    private static final String LAMBDA_CLASS = "$$Lambda$";
    private static final String CONSTRUCTOR = "<init>";

    private StackTraceDecoder() {}

    /** Receives the frames of a trace, innermost first. */
    @FunctionalInterface
    public interface Sink {
        /** Takes a frame that stopped at {@code place}; {@code line} is -1 if it is not known, {@code file} null. */
        void frame(Address place, String className, String methodName, String file, int line);
    }

    /**
     * Gives all shown frames to {@code sink}.
     *
     * @param places from {@link Backtrace}
     * @param exceptionClasses names of the exception's class and its superclasses, whose constructors at the top are left out
     */
    public static void decode(int[] places, String[] exceptionClasses, Sink sink) {
        boolean atTop = true;
        int shown = 0;
        for (int i = 0; i < places.length && shown < Backtrace.MAX_SHOWN; i++) {
            Address place = Address.fromInt(places[i]);
            Address entry = CodeTable.find(place);
            if (!entry.isZero()) {
                Address declaring = CodeTable.declaring(entry).plus(CodeTableLayout.CLASS_NAME);
                String className = text(declaring);
                String methodName = text(CodeTable.name(entry));
                atTop = atTop && isConstruction(className, methodName, exceptionClasses);
                if (!atTop && !className.startsWith(RUNTIME_PACKAGE) && !className.contains(LAMBDA_CLASS)) {
                    String file = text(behind(declaring));
                    sink.frame(place, className, methodName, file.isEmpty() ? null : file, CodeTable.line(entry, place));
                    shown++;
                }
            }
        }
    }

    private static boolean isConstruction(String className, String methodName, String[] exceptionClasses) {
        if (className.startsWith(RUNTIME_PACKAGE) || methodName.equals("fillInStackTrace")) {
            return true;
        }
        if (methodName.equals(CONSTRUCTOR)) {
            for (String each : exceptionClasses) {
                if (each.equals(className)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int length(Address text) {
        return text.loadChar();
    }

    private static Address behind(Address text) {
        return text.plus(Character.BYTES + length(text));
    }

    private static String text(Address text) {
        byte[] bytes = new byte[length(text)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = text.loadByte(Character.BYTES + i);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
