package org.bulkhead.builder.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.vm.compiler.model.TypeSystem;

/** All isolates of one image: their manifests, checked and numbered in the order of ranks, so that number 0 is the supervisor. */
public final class SystemDescription {
    private final TypeSystem types;
    private final List<Manifest> manifests;

    private SystemDescription(TypeSystem types, List<Manifest> manifests) {
        this.types = types;
        this.manifests = manifests;
    }

    /**
     * Reads and checks the isolates of an image.
     *
     * @param programClassNames names with dots of their classes, among them one of the rank SUPERVISOR
     * @throws org.bulkhead.builder.UserProblem if they cannot make a system; the message is one line
     */
    public static SystemDescription of(TypeSystem types, List<String> programClassNames) {
        List<ManifestReader> readers = new ArrayList<>();
        for (String each : programClassNames) {
            readers.add(new ManifestReader(types.type(each.replace('.', '/'))));
        }
        readers.sort(Comparator.comparing(ManifestReader::rank));
        List<Manifest> manifests = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            manifests.add(readers.get(i).read(i));
        }
        new SystemCheck(manifests).check();
        return new SystemDescription(types, List.copyOf(manifests));
    }

    /** Returns the manifests in the order of their program numbers. */
    public List<Manifest> manifests() {
        return manifests;
    }

    /** Makes the class {@code org.bulkhead.isolate.SystemPrograms} of this system known to the type system; to be called once. */
    public void define() {
        types.define(new ProgramsGenerator(manifests).generate());
    }
}
