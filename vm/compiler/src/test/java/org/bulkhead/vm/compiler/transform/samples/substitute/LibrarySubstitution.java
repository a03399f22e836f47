package org.bulkhead.vm.compiler.transform.samples.substitute;

import java.util.List;
import java.util.function.Supplier;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Delete;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

@Substitutes("org.bulkhead.vm.compiler.transform.samples.Library")
final class LibrarySubstitution {
    @Alias
    static List<String> LOG;
    @Alias("setting")
    static String renamed = "new setting";
    @Alias
    private String name;
    @Alias
    private int count;
    @Inject
    int extra;

    static {
        LOG.add("appended initialiser");
    }

    @Replace(reason = "has no super constructor to speak of")
    LibrarySubstitution(String name) {
        this.name = name + new Object().getClass().getSimpleName();
        extra = 7;
        LOG.add("new constructor");
    }

    @Replace(reason = "native")
    int nativeSum(int a, int b) {
        return a + b + extra;
    }

    @Replace(reason = "to see private members")
    String describe() {
        return "new " + name + count++ + privateHelper(1L);
    }

    @Replace(reason = "to have a lambda of its own")
    String lambda() {
        Supplier<String> lambda = () -> "new lambda " + name + extra;
        return lambda.get() + kept() + new Nested(this).show();
    }

    @Alias("kept")
    private native String kept();

    private String privateHelper(long x) {
        return " helped " + x;
    }

    @Replace(reason = "descriptor with the type itself")
    static String helper(LibrarySubstitution library) {
        return "new helper " + library.extra + (library instanceof LibrarySubstitution) + LibrarySubstitution.class.getSimpleName();
    }

    @Delete(reason = "nothing can be loaded")
    native void load();

    /** Stays a class of its own. */
    static final class Nested {
        private final LibrarySubstitution outer;

        Nested(LibrarySubstitution outer) {
            this.outer = outer;
        }

        String show() {
            return " nested " + outer.extra;
        }
    }

    @Substitutes("org.bulkhead.vm.compiler.transform.samples.Library$Hidden")
    static final class Hidden {
        @Replace(reason = "nested targets work too")
        static String secret() {
            return "new secret";
        }
    }
}
