package org.bulkhead.vm.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.verifier.format.ClassFile;
import org.bulkhead.vm.verifier.format.Flags;
import org.bulkhead.vm.verifier.format.MemberDeclaration;

/** What the verifier has to know of a class, read from its class file. */
public final class ParsedClass implements ClassView {
    private final String superclass;
    private final int access;
    private final boolean isInterface;
    private final Map<String, Integer> methods;
    private final Map<String, Integer> fields;

    /**
     * Reads a class file.
     *
     * @param bytes of the class file, which need not be one
     * @param name internal name that the class is known by, for messages
     * @throws VerificationProblem if its format is broken
     */
    public ParsedClass(byte[] bytes, String name) {
        ClassFile file = new ClassFile(bytes, new Site(name.replace('/', '.')));
        superclass = file.superclass();
        access = file.access();
        isInterface = file.isInterface();
        methods = accesses(file.methods());
        fields = accesses(file.fields());
    }

    private static Map<String, Integer> accesses(List<MemberDeclaration> members) {
        Map<String, Integer> accesses = new HashMap<>();
        members.forEach(each -> accesses.put(each.name() + ' ' + each.descriptor(), each.access()));
        return accesses;
    }

    @Override
    public String superclass() {
        return superclass;
    }

    @Override
    public boolean isInterface() {
        return isInterface;
    }

    @Override
    public boolean isFinal() {
        return (access & Flags.FINAL) != 0;
    }

    @Override
    public int methodAccess(String name, String descriptor) {
        return methods.getOrDefault(name + ' ' + descriptor, NOT_DECLARED);
    }

    @Override
    public int fieldAccess(String name, String descriptor) {
        return fields.getOrDefault(name + ' ' + descriptor, NOT_DECLARED);
    }
}
