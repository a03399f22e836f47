package org.bulkhead.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Collectors;

/** How a type lies in a payload. */
sealed interface WireType {
    /** The type in Java. */
    TypeName javaType();

    /** The fewest bytes that a value takes. */
    int min();

    /** The most bytes that a value takes if {@code @MaxLength} limits all in it that has no fixed length; else the fewest. */
    int declaredMax();

    /** Whether the number of bytes depends on the value. */
    boolean isVariable();

    /** How the schema says it. */
    String shape();

    /** A primitive type; {@code suffix} ends the names of the methods of {@code Message} that write and read it. */
    record Scalar(TypeName javaType, String suffix, int size) implements WireType {
        @Override
        public int min() {
            return size;
        }

        @Override
        public int declaredMax() {
            return size;
        }

        @Override
        public boolean isVariable() {
            return false;
        }

        @Override
        public String shape() {
            return javaType.toString();
        }

        /** The primitive type as part of a method's name: the name with a capital. */
        String capitalised() {
            String name = javaType.toString();
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }

    /** A text: a byte with the length, and UTF-8. */
    record Text(Limit limit) implements WireType {
        @Override
        public TypeName javaType() {
            return ClassName.get(String.class);
        }

        @Override
        public int min() {
            return 1;
        }

        @Override
        public int declaredMax() {
            return 1 + limit.declared();
        }

        @Override
        public boolean isVariable() {
            return true;
        }

        @Override
        public String shape() {
            return "String" + limit.shape();
        }
    }

    /** An array of a primitive type: a byte with the length, and the elements. */
    record PrimitiveArray(Scalar element, Limit limit) implements WireType {
        @Override
        public TypeName javaType() {
            return ArrayTypeName.of(element.javaType());
        }

        @Override
        public int min() {
            return 1;
        }

        @Override
        public int declaredMax() {
            return 1 + limit.declared() * element.size();
        }

        @Override
        public boolean isVariable() {
            return true;
        }

        @Override
        public String shape() {
            return element.shape() + "[]" + limit.shape();
        }

        boolean isBytes() {
            return element.javaType().equals(TypeName.BYTE);
        }
    }

    /** An enum: a byte with the ordinal. */
    record Constant(ClassName javaType, List<String> constants) implements WireType {
        @Override
        public int min() {
            return 1;
        }

        @Override
        public int declaredMax() {
            return 1;
        }

        @Override
        public boolean isVariable() {
            return false;
        }

        @Override
        public String shape() {
            return javaType.canonicalName();
        }
    }

    /** A component of a record. */
    record Component(String name, WireType type) {}

    /** A record: its components in order. */
    record Struct(ClassName javaType, List<Component> components) implements WireType {
        @Override
        public int min() {
            return components.stream().mapToInt(each -> each.type().min()).sum();
        }

        @Override
        public int declaredMax() {
            return components.stream().mapToInt(each -> each.type().declaredMax()).sum();
        }

        @Override
        public boolean isVariable() {
            return components.stream().anyMatch(each -> each.type().isVariable());
        }

        @Override
        public String shape() {
            return javaType.canonicalName();
        }

        /** How the schema says what is in it. */
        String content() {
            return components.stream().map(each -> each.type().shape()).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /** A value or null: a byte that is 1 or 0, and the value if it is 1. */
    record OrNull(WireType of) implements WireType {
        @Override
        public TypeName javaType() {
            return of.javaType();
        }

        @Override
        public int min() {
            return 1;
        }

        @Override
        public int declaredMax() {
            return 1 + of.declaredMax();
        }

        @Override
        public boolean isVariable() {
            return true;
        }

        @Override
        public String shape() {
            return of.shape() + '?';
        }
    }

    /** The most elements that something without a fixed length has. */
    record Limit(int value, boolean isDeclared) {
        /** Bytes of payload less the one with the length. */
        static final int LARGEST = ProtocolModel.PAYLOAD_SIZE - 1;
        static final Limit NONE = new Limit(LARGEST, false);

        int declared() {
            return isDeclared ? value : 0;
        }

        String shape() {
            return isDeclared ? "{" + value + "}" : "";
        }
    }
}
