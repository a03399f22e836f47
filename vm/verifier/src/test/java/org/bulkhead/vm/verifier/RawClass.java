package org.bulkhead.vm.verifier;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes class files byte by byte, wrong ones as well: whatever it is told. Without further words it is a public class {@code Bad extends Object} of Java 17. */
final class RawClass {
    static final int STATIC = 0x0009;
    static final int INSTANCE = 0x0001;
    static final int INTERFACE = 0x0601;

    int magic = 0xCAFEBABE;
    int minor;
    int major = 61;
    int access = 0x0021;
    int thisClass;
    int superClass;
    final List<Integer> interfaces = new ArrayList<>();
    final List<byte[]> attributes = new ArrayList<>();
    byte[] trailer = {};
    /** Added to the count of constants. */
    int extraConstants;
    private final List<byte[]> constants = new ArrayList<>();
    private final Map<String, Integer> known = new LinkedHashMap<>();
    private final List<byte[]> fields = new ArrayList<>();
    private final List<byte[]> methods = new ArrayList<>();
    private int nextConstant = 1;

    RawClass() {
        thisClass = type("Bad");
        superClass = type("java/lang/Object");
    }

    /** Bytes of numbers, of ASCII characters and of arrays of bytes; only the low eight bits of a number count. */
    static byte[] bytes(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof byte[] array) {
                out.writeBytes(array);
            } else if (part instanceof Character character) {
                out.write(character);
            } else {
                out.write((Integer) part);
            }
        }
        return out.toByteArray();
    }

    static byte[] u2(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    static byte[] u4(int value) {
        return bytes(u2(value >>> 16), u2(value));
    }

    /** Adds a constant as it is, and returns its index. */
    int constant(Object... parts) {
        byte[] constant = bytes(parts);
        constants.add(constant);
        int index = nextConstant++;
        if (constant[0] == 5 || constant[0] == 6) {
            nextConstant++;
        }
        return index;
    }

    private int shared(String key, Object... parts) {
        Integer index = known.get(key);
        if (index == null) {
            index = constant(parts);
            known.put(key, index);
        }
        return index;
    }

    int utf8(String text) {
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return shared("u" + text, 1, u2(utf8.length), utf8);
    }

    int type(String name) {
        return shared("c" + name, 7, u2(utf8(name)));
    }

    int string(String text) {
        return shared("s" + text, 8, u2(utf8(text)));
    }

    int integer(int value) {
        return shared("i" + value, 3, u4(value));
    }

    int longConstant(long value) {
        return shared("l" + value, 5, u4((int) (value >> 32)), u4((int) value));
    }

    int nameAndType(String name, String descriptor) {
        return shared("n" + name + ":" + descriptor, 12, u2(utf8(name)), u2(utf8(descriptor)));
    }

    int field(String owner, String name, String descriptor) {
        return shared("f" + owner + name + descriptor, 9, u2(type(owner)), u2(nameAndType(name, descriptor)));
    }

    int method(String owner, String name, String descriptor) {
        return shared("m" + owner + name + descriptor, 10, u2(type(owner)), u2(nameAndType(name, descriptor)));
    }

    int interfaceMethod(String owner, String name, String descriptor) {
        return shared("t" + owner + name + descriptor, 11, u2(type(owner)), u2(nameAndType(name, descriptor)));
    }

    byte[] attribute(String name, byte[] content) {
        return bytes(u2(utf8(name)), u4(content.length), content);
    }

    static byte[] counted(List<byte[]> parts) {
        return bytes(u2(parts.size()), bytes(parts.toArray()));
    }

    RawClass declareField(int flags, String name, String descriptor, byte[]... its) {
        fields.add(bytes(u2(flags), u2(utf8(name)), u2(utf8(descriptor)), counted(List.of(its))));
        return this;
    }

    RawClass declare(int flags, String name, String descriptor, byte[]... its) {
        methods.add(bytes(u2(flags), u2(utf8(name)), u2(utf8(descriptor)), counted(List.of(its))));
        return this;
    }

    /** Declares {@code static void m()} with that code. */
    RawClass run(byte[] code) {
        return declare(STATIC, "m", "()V", code);
    }

    /** A Code attribute without handlers and stack map. */
    byte[] code(int maxStack, int maxLocals, Object... instructions) {
        return code(maxStack, maxLocals, bytes(instructions), List.of(), null);
    }

    /** A Code attribute with a stack map: number of entries and content. */
    byte[] mapped(int maxStack, int maxLocals, byte[] instructions, byte[] map) {
        return code(maxStack, maxLocals, instructions, List.of(), map);
    }

    byte[] code(int maxStack, int maxLocals, byte[] instructions, List<byte[]> handlers, byte[] map) {
        List<byte[]> inner = map == null ? List.of() : List.of(attribute("StackMapTable", map));
        return attribute("Code", bytes(u2(maxStack), u2(maxLocals), u4(instructions.length), instructions, counted(handlers), counted(inner)));
    }

    static byte[] handler(int start, int end, int target, int type) {
        return bytes(u2(start), u2(end), u2(target), u2(type));
    }

    byte[] toBytes() {
        byte[] interfaceList = bytes(interfaces.stream().map(RawClass::u2).toArray());
        return bytes(u4(magic), u2(minor), u2(major), u2(nextConstant + extraConstants), bytes(constants.toArray()), u2(access), u2(thisClass), u2(superClass),
            u2(interfaces.size()), interfaceList, counted(fields), counted(methods), counted(attributes), trailer);
    }
}
