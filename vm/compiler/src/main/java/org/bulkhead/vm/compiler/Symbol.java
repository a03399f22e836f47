package org.bulkhead.vm.compiler;

import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/** Something whose address is known only when the image is linked. */
public sealed interface Symbol {
    /** The first instruction of a method. */
    record Code(VmMethod method) implements Symbol {}

    /** The hub of a type. */
    record Hub(VmType type) implements Symbol {}

    /** The java.lang.Class object of a type. */
    record Mirror(VmType type) implements Symbol {}

    /** The interned string with this value. */
    record Literal(String value) implements Symbol {}

    /** The memory of a static field. */
    record StaticField(VmField field) implements Symbol {}

    /** The initialisation state word of a class that is initialised at run time. */
    record InitStateWord(VmType type) implements Symbol {}

    /** A routine that no Java method gives. */
    record RoutineCode(Routine routine) implements Symbol {}
}
