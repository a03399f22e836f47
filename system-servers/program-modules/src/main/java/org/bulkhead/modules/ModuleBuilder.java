package org.bulkhead.modules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.model.ClassFormatProblem;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.ListingSource;
import org.bulkhead.vm.compiler.transform.SubstitutionTransform;
import org.bulkhead.vm.compiler.transform.Transforms;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.Reflected;
import org.bulkhead.vm.linker.model.ImageModel;
import org.bulkhead.vm.linker.module.LinkedModule;
import org.bulkhead.vm.linker.module.ModuleKey;
import org.bulkhead.vm.linker.module.ModuleLinker;
import org.bulkhead.vm.linker.module.ProgramClass;
import org.bulkhead.vm.linker.open.OpenWorld;
import org.objectweb.asm.Type;

/** Makes sealed modules of jars: finds the program, reads its manifest, compiles what it reaches and the image does not have, and links it against the image. */
public final class ModuleBuilder {
    /** Packages whose members may reach into the image: no jar adds classes to them. */
    private static final List<String> CLOSED = List.of("java/", "jdk/", "sun/", "org/bulkhead/isolate/", "org/bulkhead/modules/", "org/bulkhead/nucleus/", "org/bulkhead/vm/");

    private final ImageModel model;
    private final ListingSource system;
    private final SubstitutionTransform substitutions;

    /**
     * Makes a builder for one image.
     *
     * @param model the image's
     * @param system exactly the classes that the image was made from, those that it does not have included
     */
    public ModuleBuilder(ImageModel model, ListingSource system) {
        this.model = model;
        this.system = system;
        substitutions = new SubstitutionTransform(system, model.substitutions());
    }

    /** {@return what tells the image from others} */
    public byte[] identity() {
        return model.identity();
    }

    /**
     * Makes a module, and tells when each step is done.
     *
     * @param jars all bytes of the jars of a program, its own first, which anybody may have made
     * @param name of the program that is meant if the first has several; may be empty if it has not
     * @param listener is told of each step
     * @return the module
     * @throws ModuleException if they cannot become one
     */
    public MadeModule make(List<byte[]> jars, String name, MakingStep.Listener listener) throws ModuleException {
        ProgramJar program = ProgramJar.open(jars, name, system);
        listener.done(MakingStep.VERIFYING);
        try {
            refuseClosedPackages(program);
            ListingSource source = new JarBehindSystem(program);
            ModuleLinker linker = new ModuleLinker(model, new TypeSystem(source, Transforms.forImage(source, substitutions)), reflected(program));
            Manifest manifest = manifest(program, linker.types());
            List<Type> protocols = protocols(program, manifest, linker.types());
            linker.types().define(StartClass.of(manifest, protocols));
            listener.done(MakingStep.PREPARING);
            linker.compile(protocols.isEmpty() ? ProgramClass.ofIsolate(StartClass.NAME) : ProgramClass.ofIsolateWithClients(StartClass.NAME), count -> { });
            listener.done(MakingStep.COMPILING);
            LinkedModule linked = linker.link(ManifestCodec.encode(manifest), key(jars, program, manifest));
            listener.done(MakingStep.LINKING);
            if (program.kind() == ProgramJar.Kind.ISOLATE) {
                checkCode(program, linked, new References(linker.types()));
            }
            return new MadeModule(linked.sealed(), linked.closure().methods().size());
        } catch (LinkProblem | CompilationProblem | ClassFormatProblem e) {
            throw new ModuleException(oneLine(e.getMessage()), e);
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a jar has that neither the verifier nor the compiler thought of is the jar's trouble, not the loader's.
            throw new ModuleException("program " + program.program() + " cannot be compiled: " + e + ": report it, with the jar", e);
        } catch (IOException e) {
            throw new ModuleException("a class file of " + program.program() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** All classes of a Java program can be reflected on, none of another. */
    private static Reflected reflected(ProgramJar program) throws IOException {
        return switch (program.kind()) {
            case ISOLATE -> Reflected.NOTHING;
            case JAVA_PROGRAM -> new OpenWorld(program.classes().all(), program.classes().resources());
        };
    }

    private byte[] key(List<byte[]> jars, ProgramJar program, Manifest manifest) {
        byte[] key = ModuleKey.of(model.identity(), jars);
        return program.isChosen() ? ModuleKey.ofProgram(key, manifest.name()) : key;
    }

    /** Returns the protocols that the code of a program's jars asks clients of and the image knows none for. A program that uses no service asks for none. */
    private List<Type> protocols(ProgramJar program, Manifest manifest, TypeSystem types) throws IOException {
        if (manifest.services().isEmpty() && manifest.sendsTo().isEmpty()) {
            return List.of();
        }
        NamedClasses known = new NamedClasses();
        known.add(system.find(ClientTable.IMAGE_CLASS));
        NamedClasses named = new NamedClasses();
        for (String each : program.classes().all()) {
            if (!program.unverified().containsKey(each)) {
                named.add(program.classes().find(each));
            }
        }
        return named.all().stream().filter(each -> !known.all().contains(each) && ClientTable.hasClient(types, each)).toList();
    }

    private static Manifest manifest(ProgramJar program, TypeSystem types) throws ModuleException {
        return switch (program.kind()) {
            case ISOLATE -> program.manifest(types);
            case JAVA_PROGRAM -> {
                requireMain(program.program(), types);
                types.define(MainClass.of(program.program()));
                yield MainClass.manifest(program.program());
            }
        };
    }

    private static void requireMain(String name, TypeSystem types) throws ModuleException {
        VmType type = types.find(name.replace('.', '/'));
        VmMethod main = type == null ? null : type.declaredMethod("main", "([Ljava/lang/String;)V");
        if (main == null || !main.isStatic()) {
            throw new ModuleException("its main class " + name + (type == null ? " is not in it" : " has no method public static void main(String[])") + ": correct Main-Class in META-INF/MANIFEST.MF");
        }
    }

    /** Of an isolate's classes, those have to be complete and verified of which something is compiled; whatever else lies in its jars may lack what it wants. */
    private void checkCode(ProgramJar program, LinkedModule linked, References references) throws ModuleException, IOException {
        Set<String> own = new HashSet<>();
        for (String each : program.classes().all()) {
            if (!system.contains(each)) {
                own.add(each);
            }
        }
        for (VmMethod each : linked.closure().methods().keySet()) {
            String owner = each.owner().name();
            if (own.contains(owner)) {
                if (program.unverified().containsKey(owner)) {
                    throw new ModuleException(program.unverified().get(owner) + ": put it into the jar");
                }
                references.check(each);
            }
        }
    }

    private void refuseClosedPackages(ProgramJar program) throws ModuleException, IOException {
        for (String name : program.classes().all()) {
            for (String closed : CLOSED) {
                if (name.startsWith(closed) && !system.contains(name)) {
                    throw new ModuleException("class " + name.replace('/', '.') + " is in a package of the system's: give it another package");
                }
            }
        }
    }

    /** Returns a text of several lines, the further ones with blanks before them, as one. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (String each : text.split("\n")) {
            line.append(line.isEmpty() ? "" : " ").append(each.strip());
        }
        return line.toString();
    }

    /** The classes of the image, then those of a jar, which has no say in what the image has. No code of its classes that could not be verified is there to be compiled. */
    private final class JarBehindSystem implements ListingSource {
        private final ProgramJar program;

        JarBehindSystem(ProgramJar program) {
            this.program = program;
        }

        @Override
        public byte[] find(String name) throws IOException {
            byte[] found = system.find(name);
            if (found != null) {
                return found;
            }
            String problem = program.unverified().get(name);
            return problem == null ? program.classes().find(name) : UnverifiedClass.withoutCode(program.classes().find(name), problem);
        }

        @Override
        public boolean contains(String name) throws IOException {
            return system.contains(name) || program.classes().contains(name);
        }

        @Override
        public List<String> list(String packageName) throws IOException {
            List<String> names = new ArrayList<>(system.list(packageName));
            names.addAll(program.classes().list(packageName));
            return names.stream().distinct().sorted().toList();
        }
    }
}
