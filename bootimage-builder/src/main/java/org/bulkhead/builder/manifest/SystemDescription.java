package org.bulkhead.builder.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.rules.DeclaredManifest;
import org.bulkhead.isolate.manifest.rules.Finding;
import org.bulkhead.isolate.manifest.rules.Finding.Severity;
import org.bulkhead.isolate.manifest.rules.ManifestReader;
import org.bulkhead.isolate.manifest.rules.SystemCheck;
import org.bulkhead.modules.manifest.AnnotationLines;
import org.bulkhead.modules.manifest.ClassFileIsolate;
import org.bulkhead.modules.manifest.ManifestProblem;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** All isolates of one image: their manifests, checked and numbered in the order of ranks, so that number 0 is the supervisor. */
public final class SystemDescription {
    private final TypeSystem types;
    private final List<DeclaredManifest> declared;

    private final List<Finding> findings;
    private final Map<String, byte[]> generated = new LinkedHashMap<>();

    private SystemDescription(TypeSystem types, List<DeclaredManifest> declared, List<Finding> findings) {
        this.types = types;
        this.declared = List.copyOf(declared);
        this.findings = List.copyOf(findings);
    }

    /**
     * Reads and checks the isolates of an image.
     *
     * @param lines where annotations stand
     * @param programClassNames names with dots of their classes, among them one of the rank SUPERVISOR
     * @throws UserProblem if they cannot make a system; the message has one line for each error, which begins with file and line
     */
    public static SystemDescription of(TypeSystem types, AnnotationLines lines, List<String> programClassNames) {
        SystemDescription description = read(types, lines, programClassNames);
        refuse(description.findings);
        return description;
    }

    /**
     * As {@link #of}, but manifests that do not fit together are only among the {@link #findings}: for asking about an image that would be refused.
     *
     * @throws UserProblem if one of them is wrong by itself
     */
    public static SystemDescription read(TypeSystem types, AnnotationLines lines, List<String> programClassNames) {
        try {
            return readAll(types, lines, programClassNames);
        } catch (ManifestProblem e) {
            throw UserProblem.failure(e.getMessage(), e);
        }
    }

    private static SystemDescription readAll(TypeSystem types, AnnotationLines lines, List<String> programClassNames) {
        List<Finding> findings = new ArrayList<>();
        List<ManifestReader> readers = new ArrayList<>();
        for (String each : programClassNames) {
            readers.add(new ManifestReader(new ClassFileIsolate(types.type(each.replace('.', '/')), lines), findings::add));
        }
        readers.sort(Comparator.comparing(ManifestReader::rank));
        List<DeclaredManifest> declared = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            readers.get(i).read(i).ifPresent(declared::add);
        }
        refuse(findings);
        new SystemCheck(declared, findings::add).check();
        return new SystemDescription(types, declared, findings);
    }

    /**
     * Refuses to go on if there are errors among the findings.
     *
     * @throws UserProblem if there are; the message has one line for each
     */
    public static void refuse(List<Finding> findings) {
        List<String> errors = findings.stream().filter(each -> each.severity() == Severity.ERROR).map(Finding::toString).distinct().toList();
        if (!errors.isEmpty()) {
            throw UserProblem.failure(String.join("\n", errors));
        }
    }

    /** Returns what does not fit together. */
    public List<Finding> findings() {
        return findings;
    }

    /** Returns the manifests in the order of their program numbers. */
    public List<Manifest> manifests() {
        return declared.stream().map(DeclaredManifest::manifest).toList();
    }

    /** Returns the manifests with the places of their parts, in the order of their program numbers. */
    public List<DeclaredManifest> declared() {
        return declared;
    }

    /** Returns the method of {@code SystemPrograms} that starts programs by number, once it is {@linkplain #define defined}. */
    public VmMethod programStart() {
        return types.type(ProgramsGenerator.NAME).declaredMethod("start", "(IIJ)V");
    }

    /** Returns the field of {@code SystemPrograms} that holds the manifests, once it is {@linkplain #define defined}. */
    public VmField manifestField() {
        return types.type(ProgramsGenerator.NAME).declaredField(ProgramsGenerator.FIELD);
    }

    /** Returns the method by which {@code SystemPrograms} makes the grants of a program. */
    public VmMethod grantsMaker() {
        return types.type(Type.getInternalName(Grants.class)).declaredMethod(ProgramsGenerator.OF.getName(), ProgramsGenerator.OF.getDescriptor());
    }

    /**
     * Makes the classes {@code org.bulkhead.isolate.SystemPrograms} and {@code org.bulkhead.isolate.ProtocolClients} of this system known to the type system; to be called once.
     *
     * @param settings what the image is given besides its programs
     */
    public void define(ImageSettings settings) {
        define(new ProgramsGenerator(manifests(), settings).generate());
        Set<Type> protocols = new LinkedHashSet<>();
        for (Manifest each : manifests()) {
            Type protocol = ClientsGenerator.protocol(types.type(each.className().replace('.', '/')));
            if (protocol != null) {
                protocols.add(protocol);
            }
        }
        define(new ClientsGenerator(types, protocols).generate());
    }

    private void define(ClassNode node) {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        generated.put(node.name, writer.toByteArray());
        types.define(node);
    }

    /** Returns the class files of what {@link #define} has defined, by internal name. */
    public Map<String, byte[]> generated() {
        return Collections.unmodifiableMap(generated);
    }
}
