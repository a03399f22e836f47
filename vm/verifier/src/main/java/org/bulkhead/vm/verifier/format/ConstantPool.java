package org.bulkhead.vm.verifier.format;

import java.util.EnumSet;
import java.util.Set;
import org.bulkhead.vm.verifier.Site;

/** The constant pool of a class file, checked as JVMS 4.4 asks. */
public final class ConstantPool {
    private static final int REFERENCE_KINDS = 9;
    private static final int FIELD_KINDS = 4;
    private static final int NEW_INVOKE_SPECIAL = 8;
    private static final int INVOKE_STATIC = 6;
    private static final int INVOKE_SPECIAL = 7;
    private static final int INVOKE_INTERFACE = 9;

    private final byte[] bytes;
    private final Site site;
    private final ClassVersion version;
    private final Constant[] kinds;
    private final int[] places;
    private final String[] texts;

    ConstantPool(ClassBytes in, byte[] bytes, ClassVersion version, Site site) {
        this.bytes = bytes;
        this.site = site;
        this.version = version;
        int count = in.u2();
        if (count == 0) {
            throw site.malformed("the constant pool has a count of 0");
        }
        kinds = new Constant[count];
        places = new int[count];
        texts = new String[count];
        kinds[0] = Constant.NONE;
        for (int i = 1; i < count; i++) {
            i = readEntry(in, i);
        }
        // What a constant names is checked before the constant.
        for (int depth = 0; depth <= Constant.MAX_DEPTH; depth++) {
            for (int i = 1; i < count; i++) {
                if (kinds[i].depth() == depth) {
                    check(i);
                }
            }
        }
    }

    private int readEntry(ClassBytes in, int index) {
        int tag = in.u1();
        Constant kind = Constant.of(tag);
        if (kind == null || !version.has(kind)) {
            throw site.malformed("constant " + index + " has tag " + tag + ", which class files of version " + version + " do not have");
        }
        kinds[index] = kind;
        places[index] = in.at();
        if (kind == Constant.UTF8) {
            int length = in.u2();
            int start = in.at();
            in.skip(length);
            texts[index] = Utf8.decode(bytes, start, start + length, index, site);
        } else {
            in.skip(kind.bytes);
        }
        if (!kind.takesTwo()) {
            return index;
        }
        if (index + 1 >= kinds.length) {
            throw site.malformed("constant " + index + " is a " + kind + " and needs an index behind it, but the pool ends there");
        }
        kinds[index + 1] = Constant.NONE;
        return index + 1;
    }

    private void check(int index) {
        switch (kinds[index]) {
            case CLASS -> {
                String name = text(first(index), "the name of class constant " + index);
                boolean good = name.startsWith("[") ? Names.isFieldDescriptor(name) : Names.isClassName(name);
                if (!good) {
                    throw site.malformed("constant " + index + " names a class \"" + name + "\", which is no class name");
                }
            }
            case STRING -> text(first(index), "string constant " + index);
            case MODULE, PACKAGE -> throw site.malformed("constant " + index + " is a " + kinds[index] + ", which only module-info has");
            case FIELD, METHOD, INTERFACE_METHOD -> checkMember(index);
            case NAME_AND_TYPE -> {
                text(first(index), "the name of constant " + index);
                String descriptor = text(second(index), "the descriptor of constant " + index);
                if (!Names.isFieldDescriptor(descriptor) && !Names.isMethodDescriptor(descriptor)) {
                    throw site.malformed("constant " + index + " has the descriptor \"" + descriptor + "\", which is none");
                }
            }
            case METHOD_HANDLE -> checkHandle(index);
            case METHOD_TYPE -> {
                if (!Names.isMethodDescriptor(text(first(index), "method type " + index))) {
                    throw site.malformed("method type " + index + " is \"" + texts[first(index)] + "\", which is no method descriptor");
                }
            }
            case DYNAMIC, INVOKE_DYNAMIC -> {
                require(second(index), EnumSet.of(Constant.NAME_AND_TYPE), "constant " + index);
                Member named = dynamic(index);
                boolean method = kinds[index] == Constant.INVOKE_DYNAMIC;
                if (method ? !Names.isMethodDescriptor(named.descriptor()) || !Names.isMethodName(named.name()) : !Names.isFieldDescriptor(named.descriptor()) || !Names.isUnqualified(named.name())) {
                    throw site.malformed("constant " + index + " names " + named + ", which is no " + (method ? "method" : "value"));
                }
            }
            case NONE, UTF8, INTEGER, FLOAT, LONG, DOUBLE -> { }
        }
    }

    private void checkMember(int index) {
        require(first(index), EnumSet.of(Constant.CLASS), "the class of constant " + index);
        require(second(index), EnumSet.of(Constant.NAME_AND_TYPE), "constant " + index);
        Member member = member(index);
        boolean good;
        if (member.kind() == Constant.FIELD) {
            good = Names.isUnqualified(member.name()) && Names.isFieldDescriptor(member.descriptor());
        } else if (member.name().equals(Names.CONSTRUCTOR)) {
            good = member.kind() == Constant.METHOD && member.descriptor().endsWith(")V") && Names.isMethodDescriptor(member.descriptor());
        } else {
            good = Names.isMethodName(member.name()) && Names.isMethodDescriptor(member.descriptor());
        }
        if (!good || member.kind() != Constant.FIELD && Names.argumentSlots(member.descriptor()) > Names.MAX_ARGUMENT_SLOTS) {
            throw site.malformed("constant " + index + " names " + member + ", which no class can have");
        }
    }

    private void checkHandle(int index) {
        int kind = ClassBytes.unsigned(bytes, places[index]);
        int target = u2(places[index] + 1);
        if (kind < 1 || kind > REFERENCE_KINDS) {
            throw site.malformed("method handle " + index + " is of kind " + kind + ", but there are 1 to " + REFERENCE_KINDS);
        }
        Set<Constant> targets;
        if (kind <= FIELD_KINDS) {
            targets = EnumSet.of(Constant.FIELD);
        } else if (kind == INVOKE_INTERFACE) {
            targets = EnumSet.of(Constant.INTERFACE_METHOD);
        } else if ((kind == INVOKE_STATIC || kind == INVOKE_SPECIAL) && version.atLeast(ClassVersion.JAVA_8)) {
            targets = EnumSet.of(Constant.METHOD, Constant.INTERFACE_METHOD);
        } else {
            targets = EnumSet.of(Constant.METHOD);
        }
        require(target, targets, "method handle " + index);
        if (kind > FIELD_KINDS && member(target).name().equals(Names.CONSTRUCTOR) != (kind == NEW_INVOKE_SPECIAL)) {
            throw site.malformed("method handle " + index + " is of kind " + kind + " and names " + member(target) + ", which do not go together");
        }
    }

    private int u2(int position) {
        return ClassBytes.unsigned(bytes, position) << Byte.SIZE | ClassBytes.unsigned(bytes, position + 1);
    }

    private int first(int index) {
        return u2(places[index]);
    }

    private int second(int index) {
        return u2(places[index] + 2);
    }

    /** Returns the number of indexes, index 0 included. */
    int count() {
        return kinds.length;
    }

    /** Returns what kind of constant an index names; NONE if there is none. */
    public Constant kind(int index) {
        return index < kinds.length ? kinds[index] : Constant.NONE;
    }

    /** Refuses an index that names none of the kinds wanted. */
    public void require(int index, Set<Constant> wanted, String what) {
        if (!wanted.contains(kind(index))) {
            throw site.malformed(what + " refers to constant " + index + ", which is " + kind(index) + " instead of " + String.join(" or ", wanted.stream().map(Enum::name).toList()));
        }
    }

    String text(int index, String what) {
        require(index, EnumSet.of(Constant.UTF8), what);
        return texts[index];
    }

    /** Returns the internal name, or array descriptor, of a class constant. */
    public String className(int index, String what) {
        require(index, EnumSet.of(Constant.CLASS), what);
        return texts[first(index)];
    }

    /** Returns the class of an index that may be 0 and then says null. */
    String optionalClassName(int index, String what) {
        return index == 0 ? null : className(index, what);
    }

    /** Returns the name of a class constant that is no array. */
    String plainClassName(int index, String what) {
        String name = className(index, what);
        if (name.startsWith("[")) {
            throw site.malformed(what + " is the array type " + name);
        }
        return name;
    }

    /** Returns the field or method that a constant known to be one names. */
    public Member member(int index) {
        int nameAndType = second(index);
        return new Member(kinds[index], texts[first(first(index))], texts[first(nameAndType)], texts[second(nameAndType)]);
    }

    /** Returns the name and descriptor of a dynamic constant or call site. */
    public Member dynamic(int index) {
        int nameAndType = second(index);
        return new Member(kinds[index], null, texts[first(nameAndType)], texts[second(nameAndType)]);
    }

    /** Every dynamic constant must have its bootstrap method. */
    void checkBootstrapMethods(int methods) {
        for (int i = 1; i < kinds.length; i++) {
            if ((kinds[i] == Constant.DYNAMIC || kinds[i] == Constant.INVOKE_DYNAMIC) && first(i) >= methods) {
                throw site.malformed("constant " + i + " names bootstrap method " + first(i) + ", but there are " + methods);
            }
        }
    }
}
