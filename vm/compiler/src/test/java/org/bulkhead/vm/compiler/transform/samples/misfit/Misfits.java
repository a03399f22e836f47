package org.bulkhead.vm.compiler.transform.samples.misfit;

import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Substitutions that do not fit. */
public final class Misfits {
    private Misfits() {}

    @Substitutes("java.lang.Integer")
    static final class MissingMethod {
        @Replace(reason = "there is no such method")
        static int noSuchMethod() {
            return 0;
        }
    }

    @Substitutes("java.lang.Long")
    static final class MissingField {
        @Alias
        private int noSuchField;
    }

    @Substitutes("java.lang.Short")
    static final class NotStatic {
        @Alias
        static native byte byteValue();
    }

    @Substitutes("java.lang.Byte")
    static final class Clash {
        int intValue() {
            return 1;
        }
    }

    @Substitutes("java.lang.Character")
    static final class LostInitialValue {
        Object lost = new Object();
    }
}
