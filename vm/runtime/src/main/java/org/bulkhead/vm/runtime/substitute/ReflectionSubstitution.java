package org.bulkhead.vm.runtime.substitute;

/** Callers are not looked for: nothing depends on their rights. */
@Substitutes("jdk.internal.reflect.Reflection")
final class ReflectionSubstitution {
    private ReflectionSubstitution() {}

}
