package org.bulkhead.modules;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bulkhead.modules.archive.ClassPath;
import org.bulkhead.vm.compiler.model.ClassSource;
import org.bulkhead.vm.verifier.ClassView;
import org.bulkhead.vm.verifier.ParsedClass;
import org.bulkhead.vm.verifier.VerificationProblem;
import org.bulkhead.vm.verifier.Verifier;

/** Verifies all classes of a jar and of those that it needs, before anything else looks into them. */
public final class JarVerifier {
    private final ClassPath jar;
    private final ClassSource library;
    private final Map<String, ClassView> views = new HashMap<>();

    private JarVerifier(ClassPath jar, ClassSource library) {
        this.jar = jar;
        this.library = library;
    }

    /**
     * Verifies all classes of a jar.
     *
     * @param jar whose
     * @param library the classes that the jar may use besides its own; they are trusted
     * @return the classes, by internal name, that cannot be judged without others that are missing, with the line that says so; on a JVM each fails when it is first used
     * @throws ModuleException if a class is not what the JVM specification asks for; the message says class, method, offset and reason
     */
    public static Map<String, String> verify(ClassPath jar, ClassSource library) throws ModuleException {
        return new JarVerifier(jar, library).verify();
    }

    private Map<String, String> verify() throws ModuleException {
        Map<String, String> missing = new LinkedHashMap<>();
        try {
            for (String name : jar.all()) {
                try {
                    String found = Verifier.verify(jar.find(name), this::view);
                    if (!found.equals(name)) {
                        throw new ModuleException("class " + name.replace('/', '.') + " lies in the place of another: its file holds " + found.replace('/', '.') + "; build the jar again");
                    }
                } catch (VerificationProblem problem) {
                    if (problem.kind() != VerificationProblem.Kind.MISSING_CLASS) {
                        throw new ModuleException(problem.getMessage(), problem);
                    }
                    missing.put(name, problem.getMessage());
                }
            }
        } catch (UnreadableClass e) {
            throw new ModuleException(e.getMessage(), e);
        } catch (IOException e) {
            throw new ModuleException(e.getMessage() + ": build the jar again", e);
        }
        return missing;
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
