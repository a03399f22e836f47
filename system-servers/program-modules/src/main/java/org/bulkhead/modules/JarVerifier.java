package org.bulkhead.modules;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bulkhead.modules.archive.ClassPath;
import org.bulkhead.modules.manifest.ProgramAnnotation;
import org.bulkhead.vm.compiler.model.ClassSource;
import org.bulkhead.vm.verifier.ClassView;
import org.bulkhead.vm.verifier.ParsedClass;
import org.bulkhead.vm.verifier.VerificationProblem;
import org.bulkhead.vm.verifier.Verifier;
import org.objectweb.asm.ClassReader;

/** Verifies all classes of a jar and of those that it needs, before anything else looks into them. */
final class JarVerifier {
    private final ClassPath jar;
    private final ClassSource library;
    private final Programs programs;
    private final Map<String, ClassView> views = new HashMap<>();

    /** Is told of the classes that carry the annotation of a manifest, in ascending order. */
    interface Programs {
        void found(String className, ProgramAnnotation annotation);
    }

    private JarVerifier(ClassPath jar, ClassSource library, Programs programs) {
        this.jar = jar;
        this.library = library;
        this.programs = programs;
    }

    /**
     * Verifies all classes of a jar.
     *
     * @param jar whose
     * @param library the classes that the jar may use besides its own; they are trusted
     * @param programs is told of each class that is a program
     * @return the classes, by internal name, that cannot be judged without others that are missing, with the line that says so; on a JVM each fails when it is first used
     * @throws ModuleException if a class is not what the JVM specification asks for; the message says class, method, offset and reason
     */
    static Map<String, String> verify(ClassPath jar, ClassSource library, Programs programs) throws ModuleException {
        return new JarVerifier(jar, library, programs).verify();
    }

    private Map<String, String> verify() throws ModuleException {
        Map<String, String> missing = new LinkedHashMap<>();
        try {
            for (String name : jar.all()) {
                byte[] file = jar.find(name);
                try {
                    Verifier.verify(file, this::view);
                } catch (VerificationProblem problem) {
                    if (problem.kind() != VerificationProblem.Kind.MISSING_CLASS) {
                        throw new ModuleException(problem.getMessage(), problem);
                    }
                    missing.put(name, problem.getMessage());
                }
                look(name, file);
            }
        } catch (UnreadableClass e) {
            throw new ModuleException(e.getMessage(), e);
        } catch (IOException e) {
            throw new ModuleException(e.getMessage() + ": build the jar again", e);
        }
        return missing;
    }

    /** Looks into a class file whose format is in order: whether it is that of the class, and of a program. */
    private void look(String name, byte[] file) throws ModuleException {
        String where = "class " + name.replace('/', '.');
        try {
            ClassReader reader = new ClassReader(file);
            if (!reader.getClassName().equals(name)) {
                throw new ModuleException(where + " lies in the place of another: its file holds " + reader.getClassName().replace('/', '.') + "; build the jar again");
            }
            ProgramAnnotation annotation = ProgramAnnotation.of(reader);
            if (annotation != null) {
                programs.found(name, annotation);
            }
        } catch (RuntimeException e) {
            // The verifier has not looked into annotations, and ASM checks nothing: what it makes of damage is an exception of any kind.
            throw new ModuleException(where + " has damaged annotations: compile it again", e);
        }
    }

    /** The jar's own classes come after the library's: nobody replaces a class of that. */
    private ClassView view(String name) {
        ClassView known = views.get(name);
        if (known == null) {
            try {
                byte[] file = library.find(name);
                file = file == null ? jar.find(name) : file;
                known = file == null ? null : new ParsedClass(file, name);
            } catch (IOException e) {
                throw new UnreadableClass("class " + name.replace('/', '.') + " cannot be read: " + e.getMessage(), e);
            }
            views.put(name, known);
        }
        return known;
    }

    /** Carries the failure of a read out of the verifier. */
    private static final class UnreadableClass extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableClass(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
