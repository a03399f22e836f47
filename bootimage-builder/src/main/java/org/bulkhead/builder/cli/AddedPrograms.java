package org.bulkhead.builder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.modules.manifest.ProgramAnnotation;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Finds the programs in a user's jar: the classes that carry the annotation of a manifest. */
final class AddedPrograms {
    private static final String CLASS_SUFFIX = ".class";
    private static final int MAJOR_VERSION_OFFSET = 6;
    private static final int FIRST_RELEASE_MAJOR = 44;

    private AddedPrograms() {}

    /**
     * Returns the names, with dots, of the programs in a jar, sorted.
     *
     * @throws UserProblem if the jar cannot be read, holds a malformed or too new class file, or holds no program
     */
    static List<String> in(Path jar) {
        if (Files.isDirectory(jar)) {
            throw UserProblem.failure("program " + jar + " is a folder: put its classes into a jar");
        }
        if (!Files.isRegularFile(jar)) {
            throw UserProblem.failure("program " + jar + " does not exist: check the name");
        }
        List<String> programs = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (entry.getName().endsWith(CLASS_SUFFIX) && !entry.getName().startsWith("META-INF/")
                        && isProgram(file.getInputStream(entry).readAllBytes(), entry.getName(), jar)) {
                    programs.add(entry.getName().substring(0, entry.getName().length() - CLASS_SUFFIX.length()).replace('/', '.'));
                }
            }
        } catch (ZipException e) {
            throw UserProblem.failure("program " + jar + " is no jar file: " + e.getMessage() + "; build it again", e);
        } catch (IOException e) {
            throw UserProblem.failure("program " + jar + " cannot be read: " + e.getMessage(), e);
        }
        if (programs.isEmpty()) {
            throw UserProblem.failure("program " + jar + " has no class with @Program, @Server or @Driver: annotate its main class");
        }
        programs.sort(null);
        return programs;
    }

    private static boolean isProgram(byte[] classFile, String name, Path jar) {
        String where = "class file " + name + " in " + jar;
        if (classFile.length > MAJOR_VERSION_OFFSET + 1) {
            int major = (classFile[MAJOR_VERSION_OFFSET] & 0xFF) << 8 | classFile[MAJOR_VERSION_OFFSET + 1] & 0xFF;
            if (major > Opcodes.V17) {
                throw UserProblem.failure(where + " was compiled for Java " + (major - FIRST_RELEASE_MAJOR) + ": compile it with --release 17");
            }
        }
        try {
            return ProgramAnnotation.of(new ClassReader(classFile)) != null;
        } catch (RuntimeException e) {
            throw UserProblem.failure(where + " is damaged (truncated?): compile it again", e);
        }
    }
}
