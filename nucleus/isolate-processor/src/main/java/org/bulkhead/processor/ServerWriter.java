package org.bulkhead.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.bulkhead.processor.ProtocolModel.Answer;
import org.bulkhead.processor.ProtocolModel.Operation;

/** Makes {@code XServer} for a protocol with operations that are answered later: what its servers implement, and the class of the reply to each such operation. */
final class ServerWriter {
    private final ProtocolModel model;
    private final Codec codec;

    ServerWriter(ProtocolModel model, Codec codec) {
        this.model = model;
        this.codec = codec;
    }

    TypeSpec write() {
        TypeSpec.Builder code = TypeSpec.interfaceBuilder(model.companion("Server")).addModifiers(Modifier.PUBLIC).addOriginatingElement(model.source())
            .addJavadoc("The server's side of {@link $T}.\n", model.type());
        for (Operation each : model.operations()) {
            code.addMethod(Signatures.server(model, each));
            if (each.answer() == Answer.DEFERRED) {
                code.addType(reply(each));
            }
        }
        return code.build();
    }

    private TypeSpec reply(Operation operation) {
        TypeSpec.Builder code = TypeSpec.classBuilder(Signatures.reply(model, operation)).addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL).superclass(Names.REPLY)
            .addJavadoc("The right to answer one {@link $T#$L}, once.\n", model.type(), operation.name())
            .addMethod(MethodSpec.constructorBuilder().addParameter(Names.MESSAGE, "message").addParameter(long.class, "token").addStatement("super(message, token)").build());
        MethodSpec.Builder answer = method("answer", "Answers; returns whether the caller was still waiting.\n");
        if (operation.result() != null) {
            answer.addParameter(operation.result().javaType(), "result");
        }
        answer.addStatement("$T message = begin(0)", Names.MESSAGE);
        if (operation.result() != null) {
            answer.addCode(codec.put(operation.result(), CodeBlock.of("result"), CodeBlock.of("0"), model.type().simpleName() + "." + operation.name() + ": the result"));
        }
        code.addMethod(answer.addStatement("return deliver()").build());
        for (int i = 0; i < operation.exceptions().size(); i++) {
            code.addMethod(method("fail", "Answers with an exception; returns whether the caller was still waiting.\n").addParameter(operation.exceptions().get(i), "exception")
                .addStatement("begin($L).putText(exception.getMessage())", i + 1).addStatement("return deliver()").build());
        }
        return code.build();
    }

    private static MethodSpec.Builder method(String name, String says) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(boolean.class).addJavadoc(says);
    }
}
