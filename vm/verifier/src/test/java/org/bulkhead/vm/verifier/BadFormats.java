package org.bulkhead.vm.verifier;

import static org.bulkhead.vm.verifier.RawClass.bytes;
import static org.bulkhead.vm.verifier.RawClass.u2;
import static org.bulkhead.vm.verifier.RawClass.u4;

import java.util.List;

/** Class files whose header, constants or attributes are broken (JVMS 4.1, 4.4, 4.7). */
final class BadFormats {
    private BadFormats() {}

    static List<BadClass> all() {
        return List.of(
            BadClass.format("wrong magic number", c -> c.magic = 0xCAFED00D),
            BadClass.format("a version of the future", c -> c.major = 62),
            BadClass.format("a version before the first", c -> c.major = 44),
            BadClass.format("preview features", c -> c.minor = 0xFFFF),
            BadClass.format("a minor version that is none", c -> c.minor = 7),
            BadClass.format("bytes behind the end", c -> c.trailer = new byte[] {0}),
            BadClass.format("more constants than there are", c -> c.extraConstants = 1),
            BadClass.format("fewer constants than there are", c -> c.extraConstants = -1),
            BadClass.format("a constant with an unknown tag", c -> c.constant(2, u2(0))),
            BadClass.format("a constant of a later version: dynamic constant in Java 8", c -> {
                c.major = 52;
                c.constant(17, u2(0), u2(c.nameAndType("x", "I")));
            }),
            BadClass.format("a constant of a later version: method handle in Java 6", c -> {
                c.major = 50;
                c.constant(15, 6, u2(c.method("Bad", "m", "()V")));
            }),
            BadClass.format("text with a zero byte", c -> c.constant(1, u2(1), 0)),
            BadClass.format("text with a byte that UTF-8 does not have", c -> c.constant(1, u2(1), 0xFF)),
            BadClass.format("text that ends in the middle of a character", c -> c.constant(1, u2(1), 0xC3)),
            BadClass.format("text with a character of four bytes", c -> c.constant(1, u2(4), 0xF0, 0x9F, 0x98, 0x80)),
            BadClass.format("text with a wrong continuation", c -> c.constant(1, u2(2), 0xC3, 0x41)),
            BadClass.format("a long at the last index", c -> {
                c.constant(5, u4(0), u4(1));
                c.extraConstants = -1;
            }),
            BadClass.format("a class whose name is no text", c -> c.constant(7, u2(c.type("java/lang/String")))),
            BadClass.format("a class whose name is beyond the pool", c -> c.constant(7, u2(999))),
            BadClass.format("a class with an empty name", c -> c.type("")),
            BadClass.format("a class name with dots", c -> c.type("java.lang.String")),
            BadClass.format("a class name with an empty segment", c -> c.type("java//String")),
            BadClass.format("a class name with a bracket inside", c -> c.type("java/lang/St[ring")),
            BadClass.format("an array of void", c -> c.type("[V")),
            BadClass.format("an array of 256 dimensions", c -> c.type("[".repeat(256) + "I")),
            BadClass.format("a string that is no text", c -> c.constant(8, u2(c.thisClass))),
            BadClass.format("a field whose class is a text", c -> c.constant(9, u2(c.utf8("Bad")), u2(c.nameAndType("f", "I")))),
            BadClass.format("a field whose name and type is a class", c -> c.constant(9, u2(c.thisClass), u2(c.thisClass))),
            BadClass.format("a field with a method's descriptor", c -> c.field("Bad", "f", "()V")),
            BadClass.format("a method with a field's descriptor", c -> c.method("Bad", "f", "I")),
            BadClass.format("a method with a name with angle brackets", c -> c.method("Bad", "<f>", "()V")),
            BadClass.format("a call of a class initialiser", c -> c.method("Bad", "<clinit>", "()V")),
            BadClass.format("a constructor that returns something", c -> c.method("Bad", "<init>", "()I")),
            BadClass.format("a constructor called as an interface's method", c -> c.interfaceMethod("Bad", "<init>", "()V")).hereOnly(),
            BadClass.format("a method with 256 arguments", c -> c.method("Bad", "f", "(" + "I".repeat(256) + ")V")).hereOnly(),
            BadClass.format("a name and type with a broken descriptor", c -> c.nameAndType("f", "Ljava/lang/String")),
            BadClass.format("a method descriptor without an end", c -> c.nameAndType("f", "(I")),
            BadClass.format("a method handle of kind 0", c -> c.constant(15, 0, u2(c.method("Bad", "m", "()V")))),
            BadClass.format("a method handle of kind 10", c -> c.constant(15, 10, u2(c.method("Bad", "m", "()V")))),
            BadClass.format("a method handle to a class", c -> c.constant(15, 6, u2(c.thisClass))),
            BadClass.format("a method handle that gets a method", c -> c.constant(15, 1, u2(c.method("Bad", "m", "()V")))),
            BadClass.format("a method handle that calls a constructor as a method", c -> c.constant(15, 5, u2(c.method("Bad", "<init>", "()V")))),
            BadClass.format("a method handle that constructs by a method", c -> c.constant(15, 8, u2(c.method("Bad", "m", "()V")))),
            BadClass.format("a method handle that calls an interface's method of a class", c -> c.constant(15, 9, u2(c.method("Bad", "m", "()V")))),
            BadClass.format("a method type that is a field's", c -> c.constant(16, u2(c.utf8("I")))),
            BadClass.format("a call site with a field's descriptor", c -> {
                c.attributes.add(c.attribute("BootstrapMethods", bytes(u2(1), u2(c.constant(15, 6, u2(c.method("Bad", "m", "()V")))), u2(0))));
                c.constant(18, u2(0), u2(c.nameAndType("f", "I")));
            }),
            BadClass.format("a call site without bootstrap methods", c -> c.constant(18, u2(0), u2(c.nameAndType("f", "()V")))),
            BadClass.format("a bootstrap method that is no handle", c -> c.attributes.add(c.attribute("BootstrapMethods", bytes(u2(1), u2(c.thisClass), u2(0))))),
            BadClass.format("a bootstrap method with an argument that cannot be loaded", c -> {
                int handle = c.constant(15, 6, u2(c.method("Bad", "m", "()V")));
                c.attributes.add(c.attribute("BootstrapMethods", bytes(u2(1), u2(handle), u2(1), u2(c.utf8("x")))));
            }),
            BadClass.format("two lists of bootstrap methods", c -> {
                c.attributes.add(c.attribute("BootstrapMethods", u2(0)));
                c.attributes.add(c.attribute("BootstrapMethods", u2(0)));
            }),
            BadClass.format("a module constant in a class", c -> c.constant(19, u2(c.utf8("java.base")))),
            BadClass.format("its own name is a text", c -> c.thisClass = c.utf8("Bad")),
            BadClass.format("its own name is an array", c -> c.thisClass = c.type("[I")),
            BadClass.format("no superclass", c -> c.superClass = 0),
            BadClass.format("a superclass that is an array", c -> c.superClass = c.type("[I")),
            BadClass.format("a superinterface that is an array", c -> c.interfaces.add(c.type("[I"))),
            BadClass.format("a superinterface named twice", c -> c.interfaces.addAll(List.of(c.type("java/lang/Runnable"), c.type("java/lang/Runnable")))),
            BadClass.format("an interface with a superclass of its own", c -> {
                c.access = RawClass.INTERFACE;
                c.superClass = c.type("java/lang/Number");
            }),
            BadClass.format("an interface that is not abstract", c -> c.access = 0x0201),
            BadClass.format("an interface that is final", c -> c.access = 0x0611),
            BadClass.format("a class both final and abstract", c -> c.access = 0x0431),
            BadClass.format("an annotation that is no interface", c -> c.access = 0x2021),
            BadClass.format("a module-info", c -> c.access = 0x8000),
            BadClass.format("an attribute longer than the file", c -> c.attributes.add(bytes(u2(c.utf8("Unknown")), u4(1000)))),
            BadClass.format("an attribute of more than 2 GiB", c -> c.attributes.add(bytes(u2(c.utf8("Unknown")), u4(-1)))),
            BadClass.format("an attribute whose name is a class", c -> c.attributes.add(bytes(u2(c.thisClass), u4(0)))),
            BadClass.format("a source file that is a class", c -> c.attributes.add(c.attribute("SourceFile", u2(c.thisClass)))),
            BadClass.format("a source file with too many bytes", c -> c.attributes.add(c.attribute("SourceFile", bytes(u2(c.utf8("x")), 0)))),
            BadClass.format("two source files", c -> {
                c.attributes.add(c.attribute("SourceFile", u2(c.utf8("x"))));
                c.attributes.add(c.attribute("SourceFile", u2(c.utf8("x"))));
            }),
            BadClass.format("a nest host that is a text", c -> c.attributes.add(c.attribute("NestHost", u2(c.utf8("Bad"))))),
            BadClass.format("an inner class that is a text", c -> c.attributes.add(c.attribute("InnerClasses", bytes(u2(1), u2(c.utf8("x")), u2(0), u2(0), u2(0))))),
            BadClass.format("an enclosing method that is a class", c -> c.attributes.add(c.attribute("EnclosingMethod", bytes(u2(c.thisClass), u2(c.thisClass))))),
            BadClass.format("a record component with an impossible type", c -> {
                c.access = 0x0031;
                c.superClass = c.type("java/lang/Record");
                c.attributes.add(c.attribute("Record", bytes(u2(1), u2(c.utf8("x")), u2(c.utf8("V")), u2(0))));
            }),
            BadClass.format("a final class with permitted subclasses", c -> {
                c.access = 0x0031;
                c.attributes.add(c.attribute("PermittedSubclasses", bytes(u2(1), u2(c.type("Other")))));
            }),
            BadClass.format("an annotation with a value of an unknown tag",
                c -> c.attributes.add(c.attribute("RuntimeVisibleAnnotations", bytes(u2(1), u2(c.utf8("LNote;")), u2(1), u2(c.utf8("x")), 'q', u2(1))))).hereOnly(),
            BadClass.format("an annotation cut short", c -> c.attributes.add(c.attribute("RuntimeVisibleAnnotations", bytes(u2(1), u2(c.utf8("LNote;")))))).hereOnly(),
            BadClass.format("annotations nested without end", c -> {
                byte[] value = bytes('[', u2(0));
                for (int i = 0; i < 100; i++) {
                    value = bytes('[', u2(1), value);
                }
                c.attributes.add(c.attribute("RuntimeVisibleAnnotations", bytes(u2(1), u2(c.utf8("LNote;")), u2(1), u2(c.utf8("x")), value)));
            }).hereOnly(),
            BadClass.format("an annotation of a type with an unknown target",
                c -> c.attributes.add(c.attribute("RuntimeVisibleTypeAnnotations", bytes(u2(1), 0x99, 0, u2(c.utf8("LNote;")), u2(0))))).hereOnly());
    }
}
