package org.bulkhead.builder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.builder.interpret.BuildTimeClasses;
import org.bulkhead.modules.manifest.AnnotationLines;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.simple.SimpleCompiler;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import org.bulkhead.vm.compiler.source.JdkDataSource;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.bulkhead.vm.compiler.source.ListingSource;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.compiler.transform.LiteralTransform;
import org.bulkhead.vm.compiler.transform.SubstitutionTransform;
import org.bulkhead.vm.compiler.transform.Transforms;
import org.bulkhead.vm.linker.Base;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.Reflected;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldEnvironment;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.linker.model.ModelWriter;

/** What one build of an image works with: the types, the heap being built, and the interpreter that runs initialisers. */
public final class BuildSession {
    /** What the nucleus says is made of literals while the image is built. */
    private static final String NUCLEUS_TEXT = "org/bulkhead/nucleus/kernel/hardware/Text";

    private final SubstitutionTransform substitutions;
    private final TypeSystem types;
    private final AnnotationLines lines;
    private final ImageHeap heap;
    private final BuildTimeClasses initializers;

    /**
     * Begins a build.
     *
     * @param classPath jars and class folders of the program; the VM's own come first by themselves
     * @param generated class files that exist nowhere else
     * @param more transforms to run after those of every image
     */
    public BuildSession(List<Path> classPath, MemorySource generated, List<ClassTransform> more) {
        try {
            ClassPathSource program = new ClassPathSource(ImageClassPath.with(classPath));
            lines = new AnnotationLines(program::findResource);
            ListingSource source = new ChainedSource(List.of(generated, new JdkDataSource(), program, new JdkSource()));
            substitutions = Transforms.substitutions(source);
            List<ClassTransform> transforms = new ArrayList<>(Transforms.forImage(source, substitutions));
            transforms.add(new LiteralTransform(NUCLEUS_TEXT, "of"));
            transforms.addAll(more);
            types = new TypeSystem(source, transforms);
        } catch (IOException e) {
            throw UserProblem.failure("the class path cannot be read: " + e.getMessage(), e);
        }
        heap = new ImageHeap(types);
        initializers = new BuildTimeClasses(heap);
    }

    /** Returns an empty closure of a world. */
    public Closure closure(World world) {
        return new Closure(world, new WorldEnvironment(world, types, initializers), new SimpleCompiler(), heap, initializers);
    }

    /** Returns an empty closure of isolates' code to which {@code reflected} adds. */
    public Closure closure(Reflected reflected) {
        return new Closure(World.ISOLATE, Base.NOTHING, new WorldEnvironment(World.ISOLATE, types, initializers), new SimpleCompiler(), heap, initializers, reflected);
    }

    /** Returns the model of an image of this session whose linker has finished; the session can build nothing more afterwards. */
    public byte[] model(WorldLinker linker) {
        try {
            initializers.initializeFor(linker, new JdkSource().listAll());
        } catch (IOException e) {
            throw UserProblem.failure("the class library of the JDK cannot be listed: " + e.getMessage(), e);
        }
        return ModelWriter.write(linker, substitutions.targets());
    }

    public TypeSystem types() {
        return types;
    }

    /** Returns where the annotations of the program's classes stand. */
    public AnnotationLines lines() {
        return lines;
    }

    public ImageHeap heap() {
        return heap;
    }
}
