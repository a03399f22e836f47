package org.bulkhead.vm.runtime.substitute;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.runtime.exceptions.StackTraceDecoder;
import org.bulkhead.vm.runtime.types.LibraryNames;

/** Stack traces come from the image's code table; modules are told by the package name alone. */
@Substitutes("java.lang.StackTraceElement")
final class StackTraceElementSubstitution {
    private StackTraceElementSubstitution() {}

    @Replace(reason = "decodes the VM's own backtrace")
    static StackTraceElement[] of(Throwable throwable, int depth) {
        List<StackTraceElement> elements = new ArrayList<>();
        int[] places = ThrowableSubstitution.places(throwable);
        if (places != null) {
            StackTraceDecoder.decode(places, classNames(throwable), (place, className, method, file, line) ->
                elements.add(new StackTraceElement(null, LibraryNames.module(className), null, className, method, file, line)));
        }
        return elements.toArray(new StackTraceElement[elements.size()]);
    }

    private static String[] classNames(Throwable throwable) {
        int count = 0;
        for (Class<?> each = throwable.getClass(); each != null; each = each.getSuperclass()) {
            count++;
        }
        String[] names = new String[count];
        Class<?> each = throwable.getClass();
        for (int i = 0; i < count; i++) {
            names[i] = each.getName();
            each = each.getSuperclass();
        }
        return names;
    }

    @Replace(reason = "no modules or class loaders in an image")
    private void computeFormat() {}
}
