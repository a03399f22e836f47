package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.types.InternedStrings;

/** Interning is the VM's. */
@Substitutes("java.lang.String")
final class StringSubstitution {
    private StringSubstitution() {}

    @Replace(reason = "the image's literals come first")
    public String intern() {
        return InternedStrings.intern((String) (Object) this);
    }
}
