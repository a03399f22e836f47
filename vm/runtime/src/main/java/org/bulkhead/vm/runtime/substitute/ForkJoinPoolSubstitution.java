package org.bulkhead.vm.runtime.substitute;

import java.security.AccessControlContext;
import java.security.Permission;

/** Workers need no permissions. */
@Substitutes("java.util.concurrent.ForkJoinPool")
final class ForkJoinPoolSubstitution {
    private ForkJoinPoolSubstitution() {}

    @Replace(reason = "no security manager")
    static AccessControlContext contextWithPermissions(Permission... permissions) {
        return null;
    }
}
