package org.bulkhead.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.bulkhead.processor.WireType.Component;
import org.bulkhead.processor.WireType.Constant;
import org.bulkhead.processor.WireType.OrNull;
import org.bulkhead.processor.WireType.PrimitiveArray;
import org.bulkhead.processor.WireType.Scalar;
import org.bulkhead.processor.WireType.Struct;
import org.bulkhead.processor.WireType.Text;

/**
 * Makes the code that writes values to a message and reads them: in line for what {@code Message} can do itself, as methods of a class {@code XCodec} for the records, enums and arrays
 * that client and dispatcher share.
 *
 * <p>What has no fixed length is told how many bytes those behind it need at least, so that they always have room, and a value that is too long is named rather than its successor.
 */
final class Codec {
    private static final String MESSAGE = "message";
    private static final String VALUE = "value";
    private static final String FOLLOWING = "following";

    private final ClassName codec;
    /** The methods of the codec class, by type: the end of their names. */
    private final Map<TypeName, String> names = new LinkedHashMap<>();
    private final Map<TypeName, WireType> shared = new LinkedHashMap<>();

    Codec(ProtocolModel model) {
        codec = model.companion("Codec");
        model.wireTypes().forEach(this::share);
    }

    private void share(WireType type) {
        if (names.containsKey(type.javaType())) {
            return;
        }
        String name;
        if (type instanceof Struct struct) {
            name = String.join("", struct.javaType().simpleNames());
        } else if (type instanceof Constant constant) {
            name = String.join("", constant.javaType().simpleNames());
        } else if (type instanceof PrimitiveArray array && !array.isBytes()) {
            name = array.element().capitalised() + "Array";
        } else {
            return;
        }
        String unique = name;
        for (int i = 2; names.containsValue(unique); i++) {
            unique = name + i;
        }
        names.put(type.javaType(), unique);
        shared.put(type.javaType(), type);
    }

    /** Returns the statements that write {@code value}, an expression without side effects; {@code what} names it for people, {@code following} is the number of bytes behind it. */
    CodeBlock put(WireType type, CodeBlock value, CodeBlock following, String what) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (type instanceof Scalar scalar) {
            String method = scalar.suffix().equals("Char") ? "Short" : scalar.suffix();
            code.addStatement("$N.put$L($L)", MESSAGE, method, value);
        } else if (type instanceof Text text) {
            code.addStatement("$N.putText($L, $L, $L, $S)", MESSAGE, value, text.limit().value(), following, what);
        } else if (type instanceof PrimitiveArray array) {
            String method = array.isBytes() ? "putBytes" : "put" + names.get(array.javaType());
            CodeBlock start = array.isBytes() ? CodeBlock.of("$N.putBytes(", MESSAGE) : CodeBlock.of("$T.$L($N, ", codec, method, MESSAGE);
            code.addStatement("$L$L, $L, $L, $S)", start, value, array.limit().value(), following, what);
        } else if (type instanceof Constant) {
            code.addStatement("$N.putByte($T.requireNonNull($L, $S).ordinal())", MESSAGE, Objects.class, value, what);
        } else if (type instanceof Struct struct) {
            CodeBlock rest = struct.isVariable() ? CodeBlock.of(", $L", following) : CodeBlock.of("");
            code.addStatement("$T.put$L($N, $T.requireNonNull($L, $S)$L)", codec, names.get(struct.javaType()), MESSAGE, Objects.class, value, what, rest);
        } else if (type instanceof OrNull orNull) {
            code.addStatement("$N.putBoolean($L != null)", MESSAGE, value);
            code.beginControlFlow("if ($L != null)", value).add(put(orNull.of(), value, following, what)).endControlFlow();
        }
        return code.build();
    }

    /** Returns the expression that reads a value. */
    CodeBlock get(WireType type) {
        if (type instanceof Scalar scalar) {
            return CodeBlock.of("$N.get$L()", MESSAGE, scalar.suffix());
        }
        if (type instanceof Text text) {
            return CodeBlock.of("$N.getText($L)", MESSAGE, text.limit().value());
        }
        if (type instanceof PrimitiveArray array) {
            return array.isBytes() ? CodeBlock.of("$N.getBytes($L)", MESSAGE, array.limit().value())
                : CodeBlock.of("$T.get$L($N, $L)", codec, names.get(array.javaType()), MESSAGE, array.limit().value());
        }
        if (type instanceof OrNull orNull) {
            return CodeBlock.of("$N.getBoolean() ? $L : null", MESSAGE, get(orNull.of()));
        }
        return CodeBlock.of("$T.get$L($N)", codec, names.get(type.javaType()), MESSAGE);
    }

    /** Returns the statements that write {@code values} one behind the other. */
    CodeBlock putAll(List<Component> values, String owner, String prefix, String suffix, CodeBlock behind) {
        CodeBlock.Builder code = CodeBlock.builder();
        int rest = values.stream().mapToInt(each -> each.type().min()).sum();
        for (Component each : values) {
            rest -= each.type().min();
            CodeBlock following = behind == null ? CodeBlock.of("$L", rest) : rest == 0 ? behind : CodeBlock.of("$L + $L", behind, rest);
            code.add(put(each.type(), CodeBlock.of("$L", prefix + each.name() + suffix), following, owner + each.name()));
        }
        return code.build();
    }

    /** Returns the class with the shared methods, or null if there is nothing to share. */
    TypeSpec write(ProtocolModel model) {
        if (shared.isEmpty()) {
            return null;
        }
        TypeSpec.Builder code = TypeSpec.classBuilder(codec).addModifiers(Modifier.FINAL).addOriginatingElement(model.source())
            .addJavadoc("Writes and reads what the client and the dispatcher of {@link $T} share.\n", model.type())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        for (WireType each : shared.values()) {
            if (each instanceof Struct struct) {
                code.addMethod(structPut(struct)).addMethod(structGet(struct));
            } else if (each instanceof Constant constant) {
                TypeName array = ArrayTypeName.of(constant.javaType());
                String field = names.get(constant.javaType()).toUpperCase(java.util.Locale.ROOT);
                code.addField(FieldSpec.builder(array, field, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL).initializer("$T.values()", constant.javaType()).build());
                code.addMethod(method("get", constant.javaType()).returns(constant.javaType())
                    .addStatement("return $N[$N.getOrdinal($N.length)]", field, MESSAGE, field).build());
            } else if (each instanceof PrimitiveArray array) {
                code.addMethod(arrayPut(array)).addMethod(arrayGet(array));
            }
        }
        return code.build();
    }

    private MethodSpec.Builder method(String verb, TypeName type) {
        return MethodSpec.methodBuilder(verb + names.get(type)).addModifiers(Modifier.STATIC).addParameter(Names.MESSAGE, MESSAGE);
    }

    private MethodSpec structPut(Struct struct) {
        MethodSpec.Builder code = method("put", struct.javaType()).addParameter(struct.javaType(), VALUE);
        if (struct.isVariable()) {
            code.addParameter(int.class, FOLLOWING);
        }
        return code.addCode(putAll(struct.components(), struct.javaType().simpleName() + ".", VALUE + ".", "()", CodeBlock.of(FOLLOWING))).build();
    }

    /** A record checks its components in its constructor; what it does not take was no value of the type. */
    private MethodSpec structGet(Struct struct) {
        MethodSpec.Builder code = method("get", struct.javaType()).returns(struct.javaType());
        CodeBlock.Builder arguments = CodeBlock.builder();
        for (Component each : struct.components()) {
            code.addStatement("$T $N = $L", each.type().javaType(), each.name() + '_', get(each.type()));
            arguments.add(arguments.isEmpty() ? "$N" : ", $N", each.name() + '_');
        }
        return code.beginControlFlow("try")
            .addStatement("return new $T($L)", struct.javaType(), arguments.build())
            .nextControlFlow("catch ($T e)", RuntimeException.class)
            .addStatement("throw new $T($S + e)", Names.MALFORMED, "no " + struct.javaType().simpleName() + ": ")
            .endControlFlow().build();
    }

    private MethodSpec arrayPut(PrimitiveArray array) {
        Scalar element = array.element();
        return method("put", array.javaType()).addParameter(array.javaType(), VALUE).addParameter(int.class, "limit").addParameter(int.class, FOLLOWING).addParameter(String.class, "what")
            .addStatement("$N.putLength($T.requireNonNull($N, what).length, $L, limit, $N, what)", MESSAGE, Objects.class, VALUE, element.size(), FOLLOWING)
            .beginControlFlow("for ($T each : $N)", element.javaType(), VALUE)
            .addCode(put(element, CodeBlock.of("each"), CodeBlock.of("0"), ""))
            .endControlFlow().build();
    }

    private MethodSpec arrayGet(PrimitiveArray array) {
        Scalar element = array.element();
        return method("get", array.javaType()).returns(array.javaType()).addParameter(int.class, "limit")
            .addStatement("$T $N = new $T[$N.getLength($L, limit)]", array.javaType(), VALUE, element.javaType(), MESSAGE, element.size())
            .beginControlFlow("for (int i = 0; i < $N.length; i++)", VALUE)
            .addStatement("$N[i] = $L", VALUE, get(element))
            .endControlFlow()
            .addStatement("return $N", VALUE).build();
    }
}
