package org.bulkhead.vm.compiler.transform;

import java.nio.ByteOrder;
import org.objectweb.asm.Type;

/** What a {@code VarHandle} gives access to, as far as the builder can tell from how it was made. */
sealed interface HandleShape {
    /** A field of instances: {@code Lookup.findVarHandle}. */
    record InstanceField(String owner, String name, Type type) implements HandleShape {}

    /** A static field: {@code Lookup.findStaticVarHandle}. */
    record StaticField(String owner, String name, Type type) implements HandleShape {}

    /** The elements of arrays of type {@code array}: {@code MethodHandles.arrayElementVarHandle}. */
    record ArrayElement(Type array) implements HandleShape {}

    /** Values of type {@code element} within byte arrays: {@code MethodHandles.byteArrayViewVarHandle}. */
    record ByteArrayView(Type element, ByteOrder order) implements HandleShape {}

    /** Values of type {@code element} within byte buffers: {@code MethodHandles.byteBufferViewVarHandle}. */
    record ByteBufferView(Type element, ByteOrder order) implements HandleShape {}
}
