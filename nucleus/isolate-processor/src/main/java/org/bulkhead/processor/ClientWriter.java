package org.bulkhead.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.bulkhead.processor.ProtocolModel.Answer;
import org.bulkhead.processor.ProtocolModel.Loan;
import org.bulkhead.processor.ProtocolModel.Operation;
import org.bulkhead.processor.ProtocolModel.Parameter;
import org.bulkhead.processor.ProtocolModel.TimeLimit;
import org.bulkhead.processor.ProtocolModel.Value;

/** Makes {@code XClient}: each method puts its arguments into a message, calls, and reads the reply. */
final class ClientWriter {
    private final ProtocolModel model;
    private final Codec codec;

    ClientWriter(ProtocolModel model, Codec codec) {
        this.model = model;
        this.codec = codec;
    }

    TypeSpec write() {
        ClassName dispatcher = model.companion("Dispatcher");
        TypeSpec.Builder code = TypeSpec.classBuilder(model.companion("Client")).addModifiers(Modifier.PUBLIC, Modifier.FINAL).addOriginatingElement(model.source())
            .superclass(Names.TYPED_CLIENT).addSuperinterface(model.type())
            .addJavadoc("A {@link $T} behind a queue: each call is a request to the service.\n", model.type())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addParameter(Names.MESSAGE_QUEUE, "queue")
                .addJavadoc("Makes a client of the service behind {@code queue}.\n")
                .addStatement("super(queue, $T.PROTOCOL)", dispatcher).build());
        for (Operation each : model.operations()) {
            MethodSpec.Builder method = Signatures.client(each);
            method.addStatement("$T message = this.message", Names.MESSAGE);
            CodeBlock length = each.isFixed() ? CodeBlock.of(", $L", each.min()) : CodeBlock.of("");
            method.addStatement("message.begin($T.$N$L)$L", dispatcher, each.constant(), length, each.isIdempotent() ? ".idempotent()" : "");
            method.addCode(arguments(each));
            if (each.answer() == Answer.NONE) {
                method.addStatement("send()");
            } else {
                reply(method, each);
            }
            code.addMethod(method.build());
        }
        return code.build();
    }

    private CodeBlock arguments(Operation operation) {
        CodeBlock.Builder code = CodeBlock.builder();
        int rest = operation.min();
        for (Parameter each : operation.parameters()) {
            int at = operation.min() - rest;
            rest -= each.min();
            String what = model.type().simpleName() + "." + operation.name() + ": " + each.name();
            if (operation.isFixed() && each.content() instanceof Value value) {
                code.add(codec.set(value.type(), CodeBlock.of("$N", operation.local(each)), at, what));
            } else if (each.content() instanceof Value value) {
                code.add(codec.put(value.type(), CodeBlock.of("$N", operation.local(each)), CodeBlock.of("$L", rest), what));
            } else if (each.content() instanceof Loan loan) {
                code.addStatement("message.lend($T.$L, $N, $L, $S)", Names.LEASE_ACCESS, loan.direction(), operation.local(each), loan.max(), what);
            } else if (each.isMoved()) {
                code.addStatement("message.moveHandle($N)", operation.local(each));
            }
        }
        return code.build();
    }

    private static CodeBlock timeout(Operation operation) {
        for (Parameter each : operation.parameters()) {
            if (each.content() instanceof TimeLimit) {
                return CodeBlock.of("$N", operation.local(each));
            }
        }
        return operation.timeout() < 0 ? CodeBlock.of("$T.FOREVER", Names.NUCLEUS) : CodeBlock.of("$LL", operation.timeout());
    }

    private void reply(MethodSpec.Builder code, Operation operation) {
        code.addStatement("int outcome = call($L)", timeout(operation));
        code.beginControlFlow("try").beginControlFlow("if (outcome == 0)");
        if (operation.isResultFixed()) {
            code.addStatement("message.expect($L)", operation.resultMin());
            code.addStatement(operation.result() == null ? CodeBlock.of("return") : CodeBlock.of("return $L", codec.at(operation.result(), 0)));
        } else {
            code.addStatement("$T result = $L", operation.result().javaType(), codec.get(operation.result())).addStatement("message.end()").addStatement("return result");
        }
        code.endControlFlow();
        for (int i = 0; i < operation.exceptions().size(); i++) {
            code.beginControlFlow("if (outcome == $L)", i + 1).addStatement("throw new $T(failure())", operation.exceptions().get(i)).endControlFlow();
        }
        code.nextControlFlow("catch ($T e)", Names.MALFORMED).addStatement("throw malformed(e)").endControlFlow();
        code.addStatement("throw unexpected(outcome)");
    }
}
