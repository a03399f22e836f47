package org.bulkhead.modules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.rules.DeclaredManifest;
import org.bulkhead.isolate.manifest.rules.Finding;
import org.bulkhead.isolate.manifest.rules.ManifestReader;
import org.bulkhead.modules.archive.Archive;
import org.bulkhead.modules.archive.ArchiveSource;
import org.bulkhead.modules.archive.ClassPath;
import org.bulkhead.modules.archive.Content;
import org.bulkhead.modules.archive.JarManifest;
import org.bulkhead.modules.manifest.AnnotationLines;
import org.bulkhead.modules.manifest.ClassFileIsolate;
import org.bulkhead.modules.manifest.ManifestProblem;
import org.bulkhead.vm.compiler.model.ClassFormatProblem;
import org.bulkhead.vm.compiler.model.ClassSource;
import org.bulkhead.vm.compiler.model.TypeSystem;

/**
 * The jars of one program: its own, and those that this one names as its class path. The program is the class that has the annotation of a manifest, or in a jar without one the main class, which makes it an ordinary Java
 * program.
 */
public final class ProgramJar {
    /** Most bytes of a jar. */
    public static final int JAR_LIMIT = 16 << 20;
    /** Most bytes of an entry. */
    private static final int ENTRY_LIMIT = 4 << 20;

    /** What a jar's program is. */
    public enum Kind {
        /** A class with a manifest. */
        ISOLATE,
        /** A main class. */
        JAVA_PROGRAM
    }

    private final Archive archive;
    private final ClassPath classes;
    private final Kind kind;
    private final String program;
    private final boolean isChosen;
    private final Map<String, String> unverified;

    private ProgramJar(Archive archive, ClassPath classes, Kind kind, String program, boolean isChosen, Map<String, String> unverified) {
        this.archive = archive;
        this.classes = classes;
        this.kind = kind;
        this.program = program;
        this.isChosen = isChosen;
        this.unverified = unverified;
    }

    /**
     * Opens the jars of a program, verifies their classes, and looks for the program.
     *
     * @param jars all bytes of the program's jar, and of each that {@link #classPath} of it names
     * @param name of the program that is meant if the jar has several; may be empty if it has not
     * @param library the classes that the jars may use besides their own
     * @return the program
     * @throws ModuleException if a jar or a class file in it is damaged, or there is no program or none of that name
     */
    public static ProgramJar open(List<byte[]> jars, String name, ClassSource library) throws ModuleException {
        try {
            List<Archive> archives = new ArrayList<>();
            for (byte[] each : jars) {
                archives.add(archive(each));
            }
            ClassPath classes = new ClassPath(archives);
            ArchiveSource own = new ArchiveSource(archives.get(0));
            List<Candidate> isolates = new ArrayList<>();
            Map<String, String> unverified = JarVerifier.verify(classes, library, (className, found) -> {
                if (own.contains(className)) {
                    isolates.add(new Candidate(className.replace('/', '.'), found.name()));
                }
            });
            if (!isolates.isEmpty()) {
                return new ProgramJar(archives.get(0), classes, Kind.ISOLATE, chosen(isolates, name), isolates.size() > 1, unverified);
            }
            String main = new JarManifest(archives.get(0)).mainClass();
            if (main == null) {
                throw new ModuleException("it has no manifest: annotate the program's class with @Driver, @Server or @Program, or name the Main-Class of a Java program in META-INF/MANIFEST.MF");
            }
            return new ProgramJar(archives.get(0), classes, Kind.JAVA_PROGRAM, main, false, unverified);
        } catch (IOException e) {
            throw new ModuleException(e.getMessage() + ": build the jar again", e);
        }
    }

    private static Archive archive(byte[] jar) throws IOException, ModuleException {
        if (jar.length > JAR_LIMIT) {
            throw new ModuleException("it has " + jar.length + " bytes, more than the " + JAR_LIMIT + " that are allowed: make it smaller");
        }
        return new Archive(Content.of(jar), ENTRY_LIMIT);
    }

    /**
     * {@return the names of the further jars that a program needs, which lie beside its own}
     *
     * @param jar all bytes of the program's jar
     * @throws ModuleException if it is damaged
     */
    public static List<String> classPath(byte[] jar) throws ModuleException {
        try {
            return new JarManifest(archive(jar)).classPath();
        } catch (IOException e) {
            throw new ModuleException(e.getMessage() + ": build the jar again", e);
        }
    }

    /** A class with a manifest, its name with dots, and the name that the manifest gives it. */
    private record Candidate(String className, String name) {}

    /** Returns the class of the only program or, of several, of the one that is meant. */
    private static String chosen(List<Candidate> programs, String name) throws ModuleException {
        List<Candidate> meant = programs.size() == 1 ? programs : programs.stream().filter(each -> each.name.equals(name)).toList();
        if (meant.size() == 1) {
            return meant.get(0).className;
        }
        if (meant.size() > 1) {
            throw new ModuleException("it has " + meant.size() + " programs named " + name + ", " + meant.get(0).className + " and " + meant.get(1).className + ": give each a name of its own");
        }
        String has = "it has the programs " + String.join(", ", programs.stream().map(Candidate::name).sorted().toList());
        throw new ModuleException(name.isEmpty() ? has + ": say which, with the name behind the jar" : has + ", and none is named " + name + ": name one of them");
    }

    /** {@return the class files of the jars} */
    public ClassPath classes() {
        return classes;
    }

    /** {@return the classes of the jars, by internal name, that could not be verified because others are missing, with the line that says so: no code of theirs may run} */
    Map<String, String> unverified() {
        return unverified;
    }

    /** {@return whether the jar has other programs as well, so that its bytes alone do not say which is meant} */
    public boolean isChosen() {
        return isChosen;
    }

    /** {@return what the program is} */
    public Kind kind() {
        return kind;
    }

    /** {@return the name of the program's class, with dots} */
    public String program() {
        return program;
    }

    /**
     * Reads the manifest of a program that is an {@linkplain Kind#ISOLATE isolate} and holds it to the rules that concern it alone; the supervisor checks how it goes with those of others.
     *
     * @param types all classes that the program needs
     * @return the manifest, as program number 0
     * @throws ModuleException if it breaks a rule; the message begins with file and line
     */
    public Manifest manifest(TypeSystem types) throws ModuleException {
        List<Finding> findings = new ArrayList<>();
        DeclaredManifest declared = null;
        try {
            ClassFileIsolate isolate = new ClassFileIsolate(types.type(program.replace('.', '/')), new AnnotationLines(archive::read));
            declared = new ManifestReader(isolate, findings::add).read(0).orElse(null);
        } catch (ManifestProblem | ClassFormatProblem e) {
            throw new ModuleException(e.getMessage(), e);
        }
        for (Finding each : findings) {
            if (each.severity() == Finding.Severity.ERROR) {
                throw new ModuleException(each.toString());
            }
        }
        if (declared == null) {
            throw new ModuleException("the manifest of " + program + " cannot be read: compile it with isolate-processor, which says why");
        }
        return declared.manifest();
    }
}
