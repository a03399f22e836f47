package org.bulkhead.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.bulkhead.processor.ProtocolModel.Answer;
import org.bulkhead.processor.ProtocolModel.Loan;
import org.bulkhead.processor.ProtocolModel.Operation;
import org.bulkhead.processor.ProtocolModel.Parameter;
import org.bulkhead.processor.ProtocolModel.TimeLimit;
import org.bulkhead.processor.ProtocolModel.Value;

/** Makes {@code XDispatcher}: reads a request, calls the implementation, and puts the reply in the request's place. */
final class DispatcherWriter {
    private static final String IMPLEMENTATION = "implementation";
    private static final String LATE = "late";
    /** Ends the names of local variables that hold arguments, so that they cannot be confused with others. */
    private static final String ARGUMENT = "_";

    private final ProtocolModel model;
    private final Codec codec;

    DispatcherWriter(ProtocolModel model, Codec codec) {
        this.model = model;
        this.codec = codec;
    }

    TypeSpec write() {
        ClassName server = model.hasDeferred() ? model.companion("Server") : model.type();
        TypeSpec.Builder code = TypeSpec.classBuilder(model.companion("Dispatcher")).addModifiers(Modifier.PUBLIC, Modifier.FINAL).addOriginatingElement(model.source())
            .addSuperinterface(Names.DISPATCHER)
            .addJavadoc("Serves requests of the protocol {@link $T} by an implementation of it.\n", model.type())
            .addField(FieldSpec.builder(String.class, "PROTOCOL", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL).initializer("$S", model.title())
                .addJavadoc("Name and version of the protocol, for people.\n").build());
        for (Operation each : model.operations()) {
            code.addField(FieldSpec.builder(int.class, each.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("0x$L", Integer.toHexString(model.code(each))).addJavadoc("Operation {@link $T#$L}.\n", model.type(), each.name()).build());
        }
        code.addField(server, IMPLEMENTATION, Modifier.PRIVATE, Modifier.FINAL);
        int windows = model.operations().stream().filter(each -> each.answer() == Answer.RETURNED).mapToInt(Operation::leases).max().orElse(0);
        for (int i = 0; i < windows; i++) {
            code.addField(FieldSpec.builder(Names.LEASE_WINDOW, window(i), Modifier.PRIVATE, Modifier.FINAL).initializer("new $T($L, $L)", Names.LEASE_WINDOW, i, windowSize(i)).build());
        }
        if (model.hasDeferred()) {
            code.addField(FieldSpec.builder(Names.MESSAGE, LATE, Modifier.PRIVATE, Modifier.FINAL).initializer("new $T()", Names.MESSAGE).build());
        }
        code.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addParameter(server, IMPLEMENTATION)
            .addJavadoc("Makes the dispatcher of {@code implementation}.\n").addStatement("this.$N = $N", IMPLEMENTATION, IMPLEMENTATION).build());
        code.addMethod(dispatch());
        for (Operation each : model.operations()) {
            code.addMethod(serve(each));
        }
        return code.build();
    }

    private static String window(int index) {
        return "window" + index;
    }

    private int windowSize(int index) {
        return model.operations().stream().filter(each -> each.answer() == Answer.RETURNED && each.leases() > index)
            .mapToInt(each -> each.loans().skip(index).findFirst().map(Loan::max).orElse(0)).max().orElse(0);
    }

    private MethodSpec dispatch() {
        MethodSpec.Builder code = MethodSpec.methodBuilder("dispatch").addAnnotation(Override.class).addModifiers(Modifier.PUBLIC).returns(Names.OUTCOME).addParameter(Names.MESSAGE, "message");
        code.beginControlFlow("return switch (message.operation())");
        for (Operation each : model.operations()) {
            code.addStatement("case $N -> serve$L(message)", each.constant(), capitalised(each));
        }
        code.addStatement("default -> $T.misunderstood(message, $N, PROTOCOL)", Names.OPERATION_CODE, model.operations().get(0).constant());
        return code.addCode("$<};\n").build();
    }

    private static String capitalised(Operation operation) {
        return Character.toUpperCase(operation.name().charAt(0)) + operation.name().substring(1);
    }

    private MethodSpec serve(Operation operation) {
        MethodSpec.Builder code = MethodSpec.methodBuilder("serve" + capitalised(operation)).addModifiers(Modifier.PRIVATE).returns(Names.OUTCOME).addParameter(Names.MESSAGE, "message");
        boolean deferred = operation.answer() == Answer.DEFERRED;
        read(code, operation);
        CodeBlock call = CodeBlock.of("$N.$N($L)", IMPLEMENTATION, operation.name(), arguments(operation));
        if (deferred) {
            return code.addStatement(call).addStatement("return $T.LATER", Names.OUTCOME).build();
        }
        if (!operation.exceptions().isEmpty()) {
            code.beginControlFlow("try");
        }
        if (operation.result() == null) {
            code.addStatement(call);
        } else {
            code.addStatement("$T result = $L", operation.result().javaType(), call);
        }
        for (int i = 0; i < operation.leases(); i++) {
            code.addStatement("$N.close()", window(i));
        }
        code.addCode(answer(operation));
        for (int i = 0; i < operation.exceptions().size(); i++) {
            code.nextControlFlow("catch ($T e)", operation.exceptions().get(i)).addStatement("message.begin($L).putText(e.getMessage())", i + 1);
        }
        if (!operation.exceptions().isEmpty()) {
            code.endControlFlow();
        }
        return code.addStatement("return $T.REPLY", Names.OUTCOME).build();
    }

    private CodeBlock answer(Operation operation) {
        String what = model.type().simpleName() + "." + operation.name() + ": the result";
        CodeBlock.Builder code = CodeBlock.builder();
        if (!operation.isResultFixed()) {
            return code.addStatement("message.begin(0)").add(codec.put(operation.result(), CodeBlock.of("result"), CodeBlock.of("0"), what)).build();
        }
        code.addStatement("message.begin(0, $L)", operation.resultMin());
        return operation.result() == null ? code.build() : code.add(codec.set(operation.result(), CodeBlock.of("result"), 0, what)).build();
    }

    /** Reads all arguments and makes sure that there is nothing else. */
    private void read(MethodSpec.Builder code, Operation operation) {
        if (operation.isFixed()) {
            code.addStatement("message.expect($L, 0)", operation.min());
            int at = 0;
            for (Parameter each : operation.parameters()) {
                if (each.content() instanceof Value value) {
                    code.addStatement("$T $N = $L", value.type().javaType(), each.name() + ARGUMENT, codec.at(value.type(), at));
                }
                at += each.min();
            }
            return;
        }
        for (Parameter each : operation.parameters()) {
            if (each.content() instanceof Value value) {
                code.addStatement("$T $N = $L", value.type().javaType(), each.name() + ARGUMENT, codec.get(value.type()));
            } else if (each.content() instanceof Loan loan) {
                code.addStatement("int $N = message.getLeaseLength($L)", each.name() + ARGUMENT, loan.max());
            }
        }
        code.addStatement("message.end($L)", operation.leases() + operation.handles());
        int handle = 0;
        for (Parameter each : operation.parameters()) {
            if (each.isMoved()) {
                code.addStatement("$T $N = message.takeHandle($L)", Names.HANDLE, each.name() + ARGUMENT, handle++);
            }
        }
    }

    private CodeBlock arguments(Operation operation) {
        boolean deferred = operation.answer() == Answer.DEFERRED;
        CodeBlock.Builder code = CodeBlock.builder();
        int lease = 0;
        for (Parameter each : operation.parameters()) {
            CodeBlock argument;
            if (each.content() instanceof Loan loan) {
                argument = deferred ? CodeBlock.of("new $T(message.token(), $L, $N)", Names.LEASE, lease, each.name() + ARGUMENT)
                    : CodeBlock.of("$N.open(message.token(), $N, $T.$L)", window(lease), each.name() + ARGUMENT, Names.LEASE_ACCESS, loan.direction());
                lease++;
            } else if (each.content() instanceof TimeLimit) {
                if (model.hasDeferred()) {
                    continue;
                }
                argument = CodeBlock.of("0");
            } else {
                argument = CodeBlock.of("$N", each.name() + ARGUMENT);
            }
            code.add(code.isEmpty() ? "$L" : ", $L", argument);
        }
        if (deferred) {
            code.add(code.isEmpty() ? "new $T($N, message.token())" : ", new $T($N, message.token())", Signatures.reply(model, operation), LATE);
        }
        return code.build();
    }
}
