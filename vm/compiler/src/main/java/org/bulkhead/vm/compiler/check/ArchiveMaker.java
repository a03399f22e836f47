package org.bulkhead.vm.compiler.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.simple.SimpleCompiler;
import org.bulkhead.vm.compiler.source.ListingSource;
import org.bulkhead.vm.compiler.transform.Transforms;

/** Makes an archive of classes and of everything that is read when they are compiled, by compiling them. */
public final class ArchiveMaker {
    private static final String PACKAGE_INFO = "package-info";

    private final ListingSource source;

    /** Takes class files from a source. */
    public ArchiveMaker(ListingSource source) {
        this.source = source;
    }

    /**
     * Makes an archive.
     *
     * @param wanted internal names of classes to compile, or of packages, with a slash at the end, without those below
     * @throws IOException if a class cannot be read
     */
    public ClassArchive make(List<String> wanted) throws IOException {
        List<String> names = new ArrayList<>();
        for (String each : wanted) {
            if (each.endsWith("/")) {
                source.list(each.substring(0, each.length() - 1)).stream().filter(name -> !name.endsWith(PACKAGE_INFO)).forEach(names::add);
            } else {
                names.add(each);
            }
        }
        Recording recording = new Recording();
        TypeSystem types = new TypeSystem(recording, Transforms.forImage(recording));
        new ArchiveCompiler(new SimpleCompiler(), new ArchiveEnvironment(types)).compile(names, new Ignoring());
        return new ClassArchive(names, recording.found);
    }

    /** The source, and what was found in it. */
    private final class Recording implements ListingSource {
        private final TreeMap<String, byte[]> found = new TreeMap<>();

        @Override
        public byte[] find(String name) throws IOException {
            byte[] file = source.find(name);
            if (file != null) {
                found.put(name, file);
            }
            return file;
        }

        @Override
        public List<String> list(String packageName) throws IOException {
            return source.list(packageName);
        }
    }

    /** Takes no notice: what is refused here is refused by whoever reads the archive, and compared there. */
    private static final class Ignoring implements ArchiveCompiler.Listener {
        @Override
        public void compiled(CompiledMethod method) {}

        @Override
        public void refused(VmMethod method, CompilationProblem problem) {}
    }
}
