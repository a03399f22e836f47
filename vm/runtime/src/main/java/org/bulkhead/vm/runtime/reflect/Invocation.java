package org.bulkhead.vm.runtime.reflect;

import java.lang.reflect.InvocationTargetException;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.layout.ArgumentLayout;

/** Calls of compiled methods with one parameter list: where each argument goes, and what comes back. */
final class Invocation {
    private final Class<?>[] parameters;
    private final Class<?> result;
    /** Place of the receiver, or -1 for static methods. */
    private final int receiverPlace;
    private final int[] places;
    private int integers;
    private int floats = ArgumentLayout.INTEGERS;
    private int length = ArgumentLayout.STACK;

    private Invocation(Class<?>[] parameters, Class<?> result, boolean receiver) {
        this.parameters = parameters;
        this.result = result;
        receiverPlace = receiver ? place(Object.class) : -1;
        places = new int[parameters.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(parameters[i]);
        }
    }

    /** Returns the calls of static methods. */
    static Invocation ofStatic(Class<?>[] parameters, Class<?> result) {
        return new Invocation(parameters, result, false);
    }

    /** Returns the calls of methods and constructors that have a receiver. */
    static Invocation ofInstance(Class<?>[] parameters, Class<?> result) {
        return new Invocation(parameters, result, true);
    }

    private static boolean isFloating(Class<?> type) {
        return type == float.class || type == double.class;
    }

    private int place(Class<?> type) {
        if (isFloating(type)) {
            return floats < ArgumentLayout.STACK ? floats++ : length++;
        }
        return integers < ArgumentLayout.INTEGERS ? integers++ : length++;
    }

    /**
     * Calls the method at {@code code} and returns its boxed result, null for void.
     *
     * @throws IllegalArgumentException if number or types of the arguments do not fit
     * @throws InvocationTargetException if the method throws
     */
    Object call(Address code, Object receiver, Object[] arguments) throws InvocationTargetException {
        int count = arguments == null ? 0 : arguments.length;
        if (count != parameters.length) {
            throw new IllegalArgumentException("wrong number of arguments");
        }
        Object[] references = new Object[length];
        long[] words = new long[length];
        if (receiverPlace >= 0) {
            references[receiverPlace] = receiver;
        }
        for (int i = 0; i < count; i++) {
            Object argument = arguments[i];
            if (parameters[i].isPrimitive()) {
                words[places[i]] = Primitives.bits(argument, parameters[i]);
            } else if (argument == null || parameters[i].isInstance(argument)) {
                references[places[i]] = argument;
            } else {
                throw Primitives.mismatch();
            }
        }
        try {
            return call(code, references, words);
        } catch (Throwable thrown) {
            throw new InvocationTargetException(thrown);
        }
    }

    private Object call(Address code, Object[] references, long[] words) {
        if (!result.isPrimitive()) {
            return Magic.invokeForObject(code, references, words);
        }
        if (isFloating(result)) {
            long bits = Double.doubleToRawLongBits(Magic.invokeForDouble(code, references, words));
            return result == double.class ? (Object) Double.longBitsToDouble(bits) : (Object) Float.intBitsToFloat((int) bits);
        }
        return Primitives.box(Magic.invokeForLong(code, references, words), result);
    }
}
