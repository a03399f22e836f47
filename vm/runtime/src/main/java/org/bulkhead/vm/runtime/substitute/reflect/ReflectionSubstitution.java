package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Modifier;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.runtime.reflect.Callers;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Access is checked as on other VMs. */
@Substitutes("jdk.internal.reflect.Reflection")
final class ReflectionSubstitution {
    private ReflectionSubstitution() {}

    @Replace(reason = "walks the frames of compiled code")
    public static Class<?> getCallerClass() {
        return Callers.callerOfCaller(Magic.framePointer());
    }

    @Replace(reason = "in the hub; a class file knows of public and package access only, and a protected member class is public there")
    public static int getClassAccessFlags(Class<?> type) {
        int modifiers = type.getModifiers();
        return Modifier.isProtected(modifiers) ? modifiers | Modifier.PUBLIC : modifiers;
    }

    @Replace(reason = "in the table")
    public static boolean areNestMates(Class<?> one, Class<?> other) {
        return one.getNestHost() == other.getNestHost();
    }
}
