package org.bulkhead.vm.runtime.substitute;

/** No security providers or policies, and no file of properties. */
@Substitutes("java.security.Security")
@Delete(reason = "images have no security providers or policies")
final class SecuritySubstitution {
    private SecuritySubstitution() {}

    @Replace(reason = "no file of security properties")
    public static String getProperty(String key) {
        return null;
    }
}
