package org.bulkhead.vm.verifier.format;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.bulkhead.vm.verifier.Site;

/** Reads the attributes of a class, a field or a method (JVMS 4.7). Attributes that are not known are skipped, as the specification wants it. */
final class AttributeReader {
    private static final Set<String> ONLY_ONCE = Set.of("ConstantValue", "Code", "Exceptions", "StackMapTable", "InnerClasses", "EnclosingMethod", "Signature", "SourceFile", "BootstrapMethods", "NestHost",
        "NestMembers", "Record", "PermittedSubclasses", "AnnotationDefault", "MethodParameters", "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations", "RuntimeVisibleParameterAnnotations",
        "RuntimeInvisibleParameterAnnotations", "RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations");

    private final ConstantPool constants;
    private final ClassFile file;
    private final Site site;
    private final AnnotationReader annotations;

    AttributeReader(ClassFile file, Site site) {
        this.file = file;
        this.constants = file.constants();
        this.site = site;
        annotations = new AnnotationReader(constants, site);
    }

    private interface Content {
        /** Reads the content of an attribute, or leaves it if its name is unknown here. Returns whether it was read. */
        boolean read(String name, ClassBytes content);
    }

    private void each(ClassBytes in, Content reader) {
        Set<String> seen = new HashSet<>();
        for (int count = in.u2(); count > 0; count--) {
            String name = constants.text(in.u2(), "the name of an attribute");
            ClassBytes content = in.part(in.length(), "attribute " + name);
            if (ONLY_ONCE.contains(name) && !seen.add(name)) {
                throw site.malformed("there are two attributes " + name + " where there can be one");
            }
            if (reader.read(name, content) || common(name, content)) {
                content.finish();
            }
        }
    }

    /** What classes, fields, methods and record components may all have. */
    private boolean common(String name, ClassBytes in) {
        switch (name) {
            case "Signature" -> constants.text(in.u2(), "attribute Signature");
            case "Synthetic", "Deprecated" -> { }
            default -> {
                return annotations.read(name, in);
            }
        }
        return true;
    }

    void ofField(ClassBytes in, int access, String descriptor, String what) {
        each(in, (name, content) -> {
            if (!name.equals("ConstantValue")) {
                return false;
            }
            Constant wanted = switch (descriptor) {
                case "I", "S", "C", "B", "Z" -> Constant.INTEGER;
                case "J" -> Constant.LONG;
                case "F" -> Constant.FLOAT;
                case "D" -> Constant.DOUBLE;
                case "Ljava/lang/String;" -> Constant.STRING;
                default -> Constant.NONE;
            };
            int index = content.u2();
            if ((access & Flags.STATIC) != 0 && wanted == Constant.NONE) {
                throw site.malformed(what + " has a constant value, which only numbers and strings can have");
            }
            if (wanted != Constant.NONE) {
                constants.require(index, EnumSet.of(wanted), "the value of " + what);
            }
            return true;
        });
    }

    /** Returns the code, or null. */
    CodeAttribute ofMethod(ClassBytes in) {
        CodeAttribute[] code = new CodeAttribute[1];
        each(in, (name, content) -> {
            switch (name) {
                case "Code" -> code[0] = new CodeReader(file, site, annotations).read(content);
                case "Exceptions" -> classes(content, "the list of exceptions");
                case "MethodParameters" -> {
                    for (int count = content.u1(); count > 0; count--) {
                        optionalText(content.u2(), "the name of a parameter");
                        content.u2();
                    }
                }
                case "AnnotationDefault" -> annotations.value(content);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return code[0];
    }

    private void optionalText(int index, String what) {
        if (index != 0) {
            constants.text(index, what);
        }
    }

    private void classes(ClassBytes in, String what) {
        for (int count = in.u2(); count > 0; count--) {
            constants.className(in.u2(), what);
        }
    }

    /** Returns the number of bootstrap methods. */
    int ofClass(ClassBytes in) {
        int[] bootstrapMethods = new int[1];
        each(in, (name, content) -> {
            switch (name) {
                case "SourceFile" -> constants.text(content.u2(), "the name of the source");
                case "InnerClasses" -> innerClasses(content);
                case "EnclosingMethod" -> {
                    constants.className(content.u2(), "the enclosing class");
                    int method = content.u2();
                    if (method != 0) {
                        constants.require(method, EnumSet.of(Constant.NAME_AND_TYPE), "the enclosing method");
                    }
                }
                case "BootstrapMethods" -> bootstrapMethods[0] = bootstrapMethods(content);
                case "NestHost" -> constants.plainClassName(content.u2(), "the nest host");
                case "NestMembers" -> classes(content, "the list of nest members");
                case "PermittedSubclasses" -> {
                    if ((file.access() & Flags.FINAL) != 0) {
                        throw site.malformed("it is final and lists permitted subclasses");
                    }
                    classes(content, "the list of permitted subclasses");
                }
                case "Record" -> record(content);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return bootstrapMethods[0];
    }

    private void innerClasses(ClassBytes in) {
        for (int count = in.u2(); count > 0; count--) {
            String inner = constants.className(in.u2(), "an inner class");
            constants.optionalClassName(in.u2(), "the outer class of an inner class");
            optionalText(in.u2(), "the name of an inner class");
            Flags.checkClass(in.u2() & ~Flags.SUPER, file.version(), site, "the inner class " + inner);
        }
    }

    private int bootstrapMethods(ClassBytes in) {
        int count = in.u2();
        for (int i = 0; i < count; i++) {
            constants.require(in.u2(), EnumSet.of(Constant.METHOD_HANDLE), "bootstrap method " + i);
            for (int arguments = in.u2(); arguments > 0; arguments--) {
                constants.require(in.u2(), Constant.LOADABLE, "an argument of bootstrap method " + i);
            }
        }
        return count;
    }

    private void record(ClassBytes in) {
        for (int count = in.u2(); count > 0; count--) {
            String component = constants.text(in.u2(), "the name of a record component");
            String descriptor = constants.text(in.u2(), "the type of a record component");
            if (!Names.isUnqualified(component) || !Names.isFieldDescriptor(descriptor)) {
                throw site.malformed("the record component " + component + " of type " + descriptor + " has an impossible name or type");
            }
            each(in, (name, content) -> false);
        }
    }
}
