package org.bulkhead.vm.compiler.transform;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.compiler.model.ClassSource;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Loads the classes of the samples package into HotSpot after the transforms, each checked by ASM's verifier and then by HotSpot's. */
final class TransformedClasses extends ClassLoader {
    static final String SAMPLES = "org.bulkhead.vm.compiler.transform.samples.";

    private final TypeSystem types;

    TransformedClasses(ClassSource source, List<ClassTransform> transforms) {
        super(TransformedClasses.class.getClassLoader());
        types = new TypeSystem(source, transforms);
    }

    /** Returns the class path of the tests followed by the JDK. */
    static ChainedSource testSource() throws IOException {
        return new ChainedSource(List.of(ClassPathSource.of(System.getProperty("java.class.path")), new JdkSource()));
    }

    TypeSystem types() {
        return types;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(SAMPLES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        VmType type = types.find(name.replace('.', '/'));
        if (type == null) {
            throw new ClassNotFoundException(name);
        }
        announceLambdas(type.node());
        byte[] bytes = write(type.node(), types);
        String complaints = verify(bytes, getParent());
        if (!complaints.isEmpty()) {
            throw new AssertionError(name + ":\n" + complaints);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** HotSpot wants both sides of a nest to agree; an image has no such check. */
    private void announceLambdas(ClassNode host) {
        if (host.nestHostClass != null) {
            return;
        }
        List<String> members = new ArrayList<>(List.of(host.name));
        if (host.nestMembers != null) {
            members.addAll(host.nestMembers);
        } else {
            host.nestMembers = new ArrayList<>();
        }
        for (String member : members) {
            types.type(member);
            for (int n = 1; types.find(member + "$$Lambda$" + n) != null; n++) {
                host.nestMembers.add(member + "$$Lambda$" + n);
            }
        }
    }

    static byte[] write(ClassNode node, TypeSystem types) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String first, String second) {
                VmType one = types.type(first);
                VmType other = types.type(second);
                if (one.isInterface() || other.isInterface()) {
                    return "java/lang/Object";
                }
                while (!other.isSubtypeOf(one)) {
                    one = one.superclass();
                }
                return one.name();
            }
        };
        node.accept(writer);
        return writer.toByteArray();
    }

    /** Returns what ASM's verifier has to say against the class; empty if nothing. */
    static String verify(byte[] bytes, ClassLoader loader) {
        StringWriter complaints = new StringWriter();
        try {
            CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(complaints, true));
        } catch (RuntimeException e) {
            e.printStackTrace(new PrintWriter(complaints, true));
        }
        return complaints.toString();
    }

    static List<String> dynamicSites(ClassNode node) {
        List<String> sites = new ArrayList<>();
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode site) {
                    sites.add(node.name + "." + method.name + ": " + site.bsm + " " + Type.getReturnType(site.desc));
                }
            }
        }
        return sites;
    }
}
