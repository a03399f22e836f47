package org.bulkhead.vm.runtime.substitute;

/** The JDK's security properties come from a file. */
@Substitutes("sun.security.util.SecurityProperties")
final class SecurityPropertiesSubstitution {
    private SecurityPropertiesSubstitution() {}

    @Replace(reason = "no file of security properties: messages name no hosts and jars, as the JDK's file has it")
    public static boolean includedInExceptions(String what) {
        return false;
    }

    @Replace(reason = "no file of security properties")
    public static String privilegedGetOverridable(String name) {
        return null;
    }
}
