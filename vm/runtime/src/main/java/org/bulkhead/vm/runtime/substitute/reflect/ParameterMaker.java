package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Parameters are made from the tables of the linker. */
@Substitutes("java.lang.reflect.Parameter")
public final class ParameterMaker {
    @Alias
    ParameterMaker(String name, int modifiers, Executable executable, int index) {}

    /** Makes a parameter. */
    @Inject
    public static Parameter make(String name, int modifiers, Executable executable, int index) {
        return (Parameter) (Object) new ParameterMaker(name, modifiers, executable, index);
    }
}
