package org.bulkhead.vm.compiler.transform.samples.substitute;

import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;

final class OtherSubstitutions {
    private OtherSubstitutions() {}

    @Substitutes("org.bulkhead.vm.compiler.transform.samples.User")
    static final class User {
        @Alias
        private LibrarySubstitution library;

        @Replace(reason = "uses a field that was added, and a stand-in for the library's type")
        String use() {
            return "new user " + library.extra;
        }
    }

    @Substitutes(value = "org.bulkhead.vm.compiler.transform.samples.Whole", mode = Substitutes.Mode.WHOLE_CLASS)
    static class Whole {
        static String state = "whole state ";
        @Alias
        static String OTHER;

        @Alias
        static native String kept();

        String shown() {
            return "whole shown";
        }
    }
}
