package org.bulkhead.vm.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** The classes of this virtual machine's class path, and some more, as the verifier sees them. */
final class HostHierarchy implements ClassHierarchy {
    private final Map<String, ClassView> known = new HashMap<>();

    /** Adds a class by its class file; one that cannot be read is not added. */
    void add(byte[] file) {
        try {
            ClassNode node = read(file);
            known.put(node.name, view(node));
        } catch (RuntimeException e) {
            // It will be refused before anybody asks for it.
        }
    }

    @Override
    public ClassView find(String name) {
        return known.computeIfAbsent(name, HostHierarchy::load);
    }

    private static ClassView load(String name) {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return stream == null ? null : view(read(stream.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassNode read(byte[] file) {
        ClassNode node = new ClassNode();
        new ClassReader(file).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return node;
    }

    private static ClassView view(ClassNode node) {
        return new ClassView() {
            @Override
            public String superclass() {
                return node.superName;
            }

            @Override
            public boolean isInterface() {
                return (node.access & Opcodes.ACC_INTERFACE) != 0;
            }

            @Override
            public boolean isFinal() {
                return (node.access & Opcodes.ACC_FINAL) != 0;
            }

            @Override
            public int methodAccess(String name, String descriptor) {
                return node.methods.stream().filter(each -> each.name.equals(name) && each.desc.equals(descriptor)).mapToInt(each -> each.access).findFirst().orElse(NOT_DECLARED);
            }

            @Override
            public int fieldAccess(String name, String descriptor) {
                return node.fields.stream().filter(each -> each.name.equals(name) && each.desc.equals(descriptor)).mapToInt(each -> each.access).findFirst().orElse(NOT_DECLARED);
            }
        };
    }
}
