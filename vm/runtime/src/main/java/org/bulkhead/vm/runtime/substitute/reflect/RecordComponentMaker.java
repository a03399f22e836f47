package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Substitutes;

/** Components of records are made from the tables of the linker. */
@Substitutes("java.lang.reflect.RecordComponent")
public final class RecordComponentMaker {
    @Alias private Class<?> clazz;
    @Alias private String name;
    @Alias private Class<?> type;
    @Alias private Method accessor;
    @Alias private String signature;
    @Alias private byte[] annotations;
    @Alias private byte[] typeAnnotations;

    @Alias
    private RecordComponentMaker() {}

    /** Makes a component. */
    @Inject
    public static RecordComponent make(Class<?> owner, String name, Class<?> type, Method accessor, String signature, byte[] annotations, byte[] typeAnnotations) {
        RecordComponentMaker made = new RecordComponentMaker();
        made.clazz = owner;
        made.name = name;
        made.type = type;
        made.accessor = accessor;
        made.signature = signature;
        made.annotations = annotations;
        made.typeAnnotations = typeAnnotations;
        return (RecordComponent) (Object) made;
    }
}
