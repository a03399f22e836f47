package org.bulkhead.vm.runtime.exceptions;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.LinkageKind;
import org.bulkhead.vm.runtime.types.Hubs;
import org.bulkhead.vm.runtime.types.LibraryNames;

/** The exceptions that the VM itself throws, with the texts that users know from other VMs. */
public final class VmErrors {
    private VmErrors() {}

    /** Returns the exception for an array access out of bounds. */
    public static ArrayIndexOutOfBoundsException arrayIndex(int index, int length) {
        return new ArrayIndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
    }

    /** Returns the exception for a failed cast of {@code object} to the type with the hub {@code target}. */
    public static ClassCastException classCast(Object object, Address target) {
        String from = object.getClass().getName();
        String to = Hubs.mirror(target).getName();
        String fromHome = home(Hubs.of(object));
        String toHome = home(target);
        String where = fromHome.equals(toHome) ? from + " and " + to + " are in " + fromHome : from + " is in " + fromHome + "; " + to + " is in " + toHome;
        return new ClassCastException("class " + from + " cannot be cast to class " + to + " (" + where + ")");
    }

    /** Returns module and loader of a class as messages name them. */
    private static String home(Address hub) {
        Address element = hub;
        while (Hubs.isArray(element)) {
            element = Hubs.component(element);
        }
        String module = LibraryNames.moduleOf(Hubs.mirror(element));
        return module == null ? "unnamed module of loader 'app'" : "module " + module + " of loader 'bootstrap'";
    }

    /** Returns the exception for storing {@code value} into an array that may not hold it. */
    public static ArrayStoreException arrayStore(Object value) {
        return new ArrayStoreException(value.getClass().getName());
    }

    /** Returns the error for a {@link LinkageKind}. */
    public static Error linkage(int kind, String message) {
        switch (kind) {
            case LinkageKind.NO_CLASS_DEF:
                return new NoClassDefFoundError(message);
            case LinkageKind.NO_SUCH_METHOD:
                return new NoSuchMethodError(message);
            case LinkageKind.NO_SUCH_FIELD:
                return new NoSuchFieldError(message);
            case LinkageKind.ABSTRACT_METHOD:
                return new AbstractMethodError(message);
            case LinkageKind.INCOMPATIBLE_CLASS_CHANGE:
                return new IncompatibleClassChangeError(message);
            case LinkageKind.INSTANTIATION:
                return new InstantiationError(message);
            default:
                return new UnsatisfiedLinkError(message);
        }
    }
}
