package org.bulkhead.vm.verifier.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.vm.verifier.Site;

/** Reads a Code attribute (JVMS 4.7.3) and the attributes in it; instructions stay bytes. */
final class CodeReader {
    private static final int MAX_CODE = 65_535;

    /** How a table of local variables says their types. */
    private enum LocalTypes { DESCRIPTORS, SIGNATURES }

    private final ClassFile file;
    private final ConstantPool constants;
    private final Site site;
    private final AnnotationReader annotations;
    private final Set<Integer> boundaries = new TreeSet<>();
    private ClassBytes stackMap;

    CodeReader(ClassFile file, Site site, AnnotationReader annotations) {
        this.file = file;
        this.constants = file.constants();
        this.site = site;
        this.annotations = annotations;
    }

    CodeAttribute read(ClassBytes in) {
        int maxStack = in.u2();
        int maxLocals = in.u2();
        int length = in.s4();
        if (length <= 0 || length > MAX_CODE) {
            throw site.malformed("the code has a length of " + Integer.toUnsignedString(length) + " bytes; possible are 1 to " + MAX_CODE);
        }
        ClassBytes code = in.part(length, "the code");
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) code.u1();
        }
        List<CodeAttribute.Handler> handlers = new ArrayList<>();
        for (int count = in.u2(); count > 0; count--) {
            int start = in.u2();
            int end = in.u2();
            int target = in.u2();
            if (start >= end || end > length || target >= length) {
                throw site.malformed("an exception handler covers " + start + " to " + end + " and is at " + target + "; the code has " + length + " bytes");
            }
            handlers.add(new CodeAttribute.Handler(start, end, target, constants.optionalClassName(in.u2(), "the class of an exception handler")));
        }
        attributes(in, length, maxLocals);
        return new CodeAttribute(maxStack, maxLocals, bytes, handlers, boundaries, stackMap);
    }

    private void attributes(ClassBytes in, int length, int maxLocals) {
        Set<String> seen = new HashSet<>();
        for (int count = in.u2(); count > 0; count--) {
            String name = constants.text(in.u2(), "the name of an attribute of the code");
            ClassBytes content = in.part(in.length(), "attribute " + name);
            switch (name) {
                case "StackMapTable" -> {
                    if (file.version().atLeast(ClassVersion.JAVA_6)) {
                        if (!seen.add(name)) {
                            throw site.malformed("the code has two stack maps");
                        }
                        stackMap = content;
                    }
                }
                case "LineNumberTable" -> {
                    for (int lines = content.u2(); lines > 0; lines--) {
                        int start = content.u2();
                        if (start >= length) {
                            throw site.malformed("the line number table names offset " + start + ", but the code has " + length + " bytes");
                        }
                        content.u2();
                    }
                    content.finish();
                }
                case "LocalVariableTable" -> localVariables(content, length, maxLocals, LocalTypes.DESCRIPTORS);
                case "LocalVariableTypeTable" -> localVariables(content, length, maxLocals, LocalTypes.SIGNATURES);
                default -> {
                    if (annotations.read(name, content)) {
                        content.finish();
                    }
                }
            }
        }
    }

    private void localVariables(ClassBytes in, int length, int maxLocals, LocalTypes types) {
        Set<String> seen = new HashSet<>();
        for (int count = in.u2(); count > 0; count--) {
            int start = in.u2();
            int end = start + in.u2();
            String name = constants.text(in.u2(), "the name of a local variable");
            String type = constants.text(in.u2(), "the type of a local variable");
            int index = in.u2();
            String what = "local variable " + name + " of type " + type + " in slot " + index + ", from " + start + " to " + end;
            if (start >= length || end > length) {
                throw site.malformed(what + ": the code has " + length + " bytes");
            }
            if (!Names.isUnqualified(name) || types == LocalTypes.DESCRIPTORS && !Names.isFieldDescriptor(type)) {
                throw site.malformed(what + ": the name or the type is impossible");
            }
            int slots = types == LocalTypes.DESCRIPTORS && (type.equals("J") || type.equals("D")) ? 2 : 1;
            if (index + slots > maxLocals) {
                throw site.malformed(what + ": the method has " + maxLocals + " slots");
            }
            if (!seen.add(what)) {
                throw site.malformed(what + " is there twice");
            }
            boundaries.add(start);
            boundaries.add(end);
        }
        in.finish();
    }
}
