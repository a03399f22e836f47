package org.bulkhead.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.nio.ByteBuffer;
import javax.lang.model.element.Modifier;
import org.bulkhead.processor.ProtocolModel.Answer;
import org.bulkhead.processor.ProtocolModel.Operation;
import org.bulkhead.processor.ProtocolModel.Parameter;
import org.bulkhead.processor.ProtocolModel.TimeLimit;
import org.bulkhead.processor.ProtocolModel.Value;

/** How the methods of a protocol are declared, on either side. */
final class Signatures {
    /** Name of the last parameter of a method that answers later. */
    static final String REPLY = "reply";

    private Signatures() {}

    /** Returns the beginning of a method that implements the interface's own. */
    static MethodSpec.Builder client(Operation operation) {
        MethodSpec.Builder code = MethodSpec.methodBuilder(operation.name()).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC)
            .returns(operation.result() == null ? TypeName.VOID : operation.result().javaType()).addExceptions(operation.exceptions());
        for (Parameter each : operation.parameters()) {
            code.addParameter(ParameterSpec.builder(type(each), operation.local(each)).build());
        }
        return code;
    }

    private static TypeName type(Parameter parameter) {
        if (parameter.content() instanceof Value value) {
            return value.type().javaType();
        }
        if (parameter.isMoved()) {
            return Names.HANDLE;
        }
        return parameter.content() instanceof TimeLimit ? TypeName.LONG : ClassName.get(ByteBuffer.class);
    }

    /** Returns the declaration of a method of {@code XServer}. */
    static MethodSpec server(ProtocolModel model, Operation operation) {
        boolean deferred = operation.answer() == Answer.DEFERRED;
        MethodSpec.Builder code = MethodSpec.methodBuilder(operation.name()).addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT);
        for (Parameter each : operation.parameters()) {
            if (!(each.content() instanceof TimeLimit)) {
                code.addParameter(deferred && each.isLent() ? Names.LEASE : type(each), operation.local(each));
            }
        }
        if (deferred) {
            return code.addParameter(reply(model, operation), REPLY)
                .addJavadoc("$L {@link $T#$L}, to be answered through {@code $L}, now or later.\n", "See", model.type(), operation.name(), REPLY).build();
        }
        return code.returns(operation.result() == null ? TypeName.VOID : operation.result().javaType()).addExceptions(operation.exceptions())
            .addJavadoc("See {@link $T#$L}.\n", model.type(), operation.name()).build();
    }

    /** Returns the class through which an operation is answered later. */
    static ClassName reply(ProtocolModel model, Operation operation) {
        String name = operation.name();
        return model.companion("Server").nestedClass(Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Reply");
    }
}
