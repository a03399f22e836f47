package org.bulkhead.vm.runtime.substitute.reflect;

import jdk.internal.access.JavaLangReflectAccess;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Classes that give others access to their private parts are initialised when these are asked for. */
@Substitutes("jdk.internal.access.SharedSecrets")
final class SharedSecretsSubstitution {
    @Alias private static JavaLangReflectAccess javaLangReflectAccess;

    private SharedSecretsSubstitution() {}

    @Replace(reason = "the class that sets the field is not initialised at the start of the VM, as elsewhere")
    public static JavaLangReflectAccess getJavaLangReflectAccess() {
        if (javaLangReflectAccess == null) {
            ReflectAccess.initialize();
        }
        return javaLangReflectAccess;
    }

    /** Names the class that is to be initialised. */
    @Substitutes("java.lang.reflect.AccessibleObject")
    static final class ReflectAccess {
        private ReflectAccess() {}

        /** Calling this initialises the class. */
        @Inject
        static void initialize() {}
    }
}
