package org.bulkhead.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    /** The records of fixed length that are written and read at a known place. */
    private final Set<Place> placed = new LinkedHashSet<>();
    private final Map<TypeName, WireType> shared = new LinkedHashMap<>();

    private record Place(Struct struct, int at) {}

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

    /** Returns the statements that write {@code value}, an expression without side effects whose type has a fixed length, to the byte {@code at} of the payload. */
    CodeBlock set(WireType type, CodeBlock value, int at, String what) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (type instanceof Scalar scalar) {
            String method = scalar.suffix().equals("Char") ? "Short" : scalar.suffix();
            code.addStatement("$N.set$L($L, $L)", MESSAGE, method, at, value);
        } else if (type instanceof Constant) {
            code.addStatement("$N.setByte($L, $T.requireNonNull($L, $S).ordinal())", MESSAGE, at, Objects.class, value, what);
        } else if (type instanceof Struct struct) {
            code.addStatement("$T.set$L($N, $T.requireNonNull($L, $S))", codec, place(struct, at), MESSAGE, Objects.class, value, what);
        } else {
            throw new IllegalArgumentException(type + " has no fixed length");
        }
        return code.build();
    }

    /** Returns the expression that reads a value whose type has a fixed length from the byte {@code at} of the payload. */
    CodeBlock at(WireType type, int at) {
        if (type instanceof Scalar scalar) {
            return CodeBlock.of("$N.$LAt($L)", MESSAGE, scalar.suffix().toLowerCase(Locale.ROOT), at);
        }
        if (type instanceof Constant constant) {
            return CodeBlock.of("$T.get$LAt($N, $L)", codec, names.get(constant.javaType()), MESSAGE, at);
        }
        if (type instanceof Struct struct) {
            return CodeBlock.of("$T.get$L($N)", codec, place(struct, at), MESSAGE);
        }
        throw new IllegalArgumentException(type + " has no fixed length");
    }

    /** Returns the end of the names of the methods for a record at a place of the payload: for each place they have their own, in which all offsets are constants. */
    private String place(Struct struct, int at) {
        placed.add(new Place(struct, at));
        return names.get(struct.javaType()) + "At" + at;
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
                String field = names.get(constant.javaType()).toUpperCase(Locale.ROOT);
                code.addField(FieldSpec.builder(array, field, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL).initializer("$T.values()", constant.javaType()).build());
                code.addMethod(method("get", constant.javaType()).returns(constant.javaType())
                    .addStatement("return $N[$N.getOrdinal($N.length)]", field, MESSAGE, field).build());
                code.addMethod(method("get", constant.javaType(), "At").returns(constant.javaType()).addParameter(int.class, "offset")
                    .addStatement("return $N[$N.ordinalAt(offset, $N.length)]", field, MESSAGE, field).build());
            } else if (each instanceof PrimitiveArray array) {
                code.addMethod(arrayPut(array)).addMethod(arrayGet(array));
            }
        }
        // Writing one may name others, which lie within it.
        Set<Place> written = new HashSet<>();
        while (written.size() < placed.size()) {
            for (Place each : List.copyOf(placed)) {
                if (written.add(each)) {
                    code.addMethod(placedSet(each)).addMethod(placedGet(each));
                }
            }
        }
        return code.build();
    }

    private MethodSpec.Builder method(String verb, TypeName type) {
        return method(verb, type, "");
    }

    private MethodSpec.Builder method(String verb, TypeName type, String end) {
        return MethodSpec.methodBuilder(verb + names.get(type) + end).addModifiers(Modifier.STATIC).addParameter(Names.MESSAGE, MESSAGE);
    }

    private MethodSpec structPut(Struct struct) {
        MethodSpec.Builder code = method("put", struct.javaType()).addParameter(struct.javaType(), VALUE);
        if (struct.isVariable()) {
            code.addParameter(int.class, FOLLOWING);
        }
        return code.addCode(putAll(struct.components(), struct.javaType().simpleName() + ".", VALUE + ".", "()", CodeBlock.of(FOLLOWING))).build();
    }

    private MethodSpec placedSet(Place place) {
        Struct struct = place.struct();
        MethodSpec.Builder code = method("set", struct.javaType(), "At" + place.at()).addParameter(struct.javaType(), VALUE);
        int at = place.at();
        for (Component each : struct.components()) {
            code.addCode(set(each.type(), CodeBlock.of("$N.$N()", VALUE, each.name()), at, struct.javaType().simpleName() + "." + each.name()));
            at += each.type().min();
        }
        return code.build();
    }

    private MethodSpec placedGet(Place place) {
        MethodSpec.Builder code = method("get", place.struct().javaType(), "At" + place.at());
        List<CodeBlock> values = new ArrayList<>();
        int at = place.at();
        for (Component each : place.struct().components()) {
            values.add(at(each.type(), at));
            at += each.type().min();
        }
        return made(code, place.struct(), values);
    }

    private MethodSpec structGet(Struct struct) {
        return made(method("get", struct.javaType()), struct, struct.components().stream().map(each -> get(each.type())).toList());
    }

    /** A record checks its components in its constructor; what it does not take was no value of the type. */
    private static MethodSpec made(MethodSpec.Builder code, Struct struct, List<CodeBlock> values) {
        code.returns(struct.javaType());
        CodeBlock.Builder arguments = CodeBlock.builder();
        for (int i = 0; i < values.size(); i++) {
            Component component = struct.components().get(i);
            code.addStatement("$T $N = $L", component.type().javaType(), component.name() + '_', values.get(i));
            arguments.add(arguments.isEmpty() ? "$N" : ", $N", component.name() + '_');
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
