package org.bulkhead.vm.verifier.format;

import java.util.EnumSet;
import org.bulkhead.vm.verifier.Site;

/** Reads attributes with annotations (JVMS 4.7.16 to 4.7.22). */
final class AnnotationReader {
    /** Values in values; deeper ones are refused, since reading them recurs. */
    private static final int MAX_DEPTH = 64;
    private static final int LOCAL_VARIABLE_ENTRY = 6;

    private final ConstantPool constants;
    private final Site site;
    private int depth;

    AnnotationReader(ConstantPool constants, Site site) {
        this.constants = constants;
        this.site = site;
    }

    /** Reads an attribute if it has annotations; returns whether it did. */
    boolean read(String name, ClassBytes in) {
        switch (name) {
            case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> list(in);
            case "RuntimeVisibleParameterAnnotations", "RuntimeInvisibleParameterAnnotations" -> {
                for (int parameters = in.u1(); parameters > 0; parameters--) {
                    list(in);
                }
            }
            case "RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations" -> {
                for (int count = in.u2(); count > 0; count--) {
                    target(in);
                    in.skip(2 * in.u1());
                    annotation(in);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void list(ClassBytes in) {
        for (int count = in.u2(); count > 0; count--) {
            annotation(in);
        }
    }

    private void annotation(ClassBytes in) {
        String type = constants.text(in.u2(), "the type of an annotation");
        if (!Names.isFieldDescriptor(type)) {
            throw site.malformed("an annotation has the type \"" + type + "\", which is none");
        }
        for (int count = in.u2(); count > 0; count--) {
            constants.text(in.u2(), "the name of an annotation's element");
            value(in);
        }
    }

    /** Reads one element value. */
    void value(ClassBytes in) {
        if (++depth > MAX_DEPTH) {
            throw site.malformed("annotations are nested more than " + MAX_DEPTH + " deep");
        }
        int tag = in.u1();
        switch (tag) {
            case 'B', 'C', 'I', 'S', 'Z' -> constants.require(in.u2(), EnumSet.of(Constant.INTEGER), "an annotation's value");
            case 'D' -> constants.require(in.u2(), EnumSet.of(Constant.DOUBLE), "an annotation's value");
            case 'F' -> constants.require(in.u2(), EnumSet.of(Constant.FLOAT), "an annotation's value");
            case 'J' -> constants.require(in.u2(), EnumSet.of(Constant.LONG), "an annotation's value");
            case 's' -> constants.text(in.u2(), "an annotation's value");
            case 'e' -> {
                constants.text(in.u2(), "the enum of an annotation's value");
                constants.text(in.u2(), "an annotation's value");
            }
            case 'c' -> constants.text(in.u2(), "a class in an annotation");
            case '@' -> annotation(in);
            case '[' -> {
                for (int count = in.u2(); count > 0; count--) {
                    value(in);
                }
            }
            default -> throw site.malformed("an annotation has a value with tag " + tag + ", which there is not");
        }
        depth--;
    }

    /** JVMS table 4.7.20-A and -B. */
    private void target(ClassBytes in) {
        int type = in.u1();
        switch (type) {
            case 0x00, 0x01, 0x16 -> in.u1();
            case 0x10, 0x11, 0x12, 0x17, 0x42, 0x43, 0x44, 0x45, 0x46 -> in.u2();
            case 0x13, 0x14, 0x15 -> { }
            case 0x40, 0x41 -> in.skip(LOCAL_VARIABLE_ENTRY * in.u2());
            case 0x47, 0x48, 0x49, 0x4A, 0x4B -> {
                in.u2();
                in.u1();
            }
            default -> throw site.malformed("an annotation of a type has target 0x" + Integer.toHexString(type) + ", which there is not");
        }
    }
}
