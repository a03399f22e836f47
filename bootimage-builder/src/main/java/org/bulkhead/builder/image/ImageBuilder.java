package org.bulkhead.builder.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.BuildSession;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.disk.KernelImageFile;
import org.bulkhead.builder.inspect.ImageMap;
import org.bulkhead.builder.link.NucleusWorld;
import org.bulkhead.builder.manifest.ImageSettings;
import org.bulkhead.builder.manifest.SystemDescription;
import org.bulkhead.builder.rights.ProgramRights;
import org.bulkhead.builder.rights.RightsCheck;
import org.bulkhead.isolate.manifest.rules.Finding;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.IsolateWorld;
import org.bulkhead.vm.linker.Placement;
import org.bulkhead.vm.linker.ProgramTransform;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.UninterruptibleRule;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldLinker;

/** Builds the kernel image: the nucleus and the isolates' programs. */
public final class ImageBuilder {
    private static final String KERNEL_IMAGE = "org/bulkhead/nucleus/kernel/KernelImage";
    private static final String RUNTIME_CALLS = "org/bulkhead/vm/runtime/RuntimeCalls";
    private static final String PROGRAMS = "org/bulkhead/isolate/SystemPrograms";
    private static final String ENTRY_CODE = "/boot/entry.bin";

    /** What becomes of errors in manifests. */
    public enum Errors {
        /** There is no image. */
        REFUSED,
        /** They are among the findings of an image that is to be looked at, not to be run. */
        REPORTED
    }

    private final List<Path> classPath;
    private final List<String> programs;
    private final ImageSettings settings;

    /** As the other, with nothing besides the programs. */
    public ImageBuilder(List<Path> classPath, List<String> programs) {
        this(classPath, programs, ImageSettings.NONE);
    }

    /**
     * @param classPath jars with further programs
     * @param programs names of the classes of all programs, the supervisor first
     * @param settings what the image is given besides its programs
     */
    public ImageBuilder(List<Path> classPath, List<String> programs, ImageSettings settings) {
        this.classPath = List.copyOf(classPath);
        this.programs = List.copyOf(programs);
        this.settings = settings;
    }

    /** A finished kernel image with what its parts were made from. */
    public record Image(byte[] file, SystemDescription description, List<ProgramRights> rights, List<Finding> findings, WorldLinker nucleus, WorldLinker isolates, BuildSession session) {
        /** Returns what modules are linked against; takes as long as building the image, and is to be asked for once. */
        public byte[] model() {
            return session.model(isolates);
        }

        /** Returns what is where in the image, and why. */
        public ImageMap map() {
            Map<String, Section> sections = new LinkedHashMap<>();
            sections.put("nucleus code", nucleus.code());
            sections.put("nucleus data", nucleus.data());
            sections.put("isolate code", isolates.code());
            sections.put("isolate metadata", isolates.metadata());
            sections.put("isolate data", isolates.data());
            return ImageMap.of(sections, List.of(nucleus, isolates));
        }
    }

    /**
     * Builds the image.
     *
     * @throws UserProblem if a manifest is wrong, or something reachable cannot be compiled
     */
    public Image build(Progress progress) {
        return build(progress, Errors.REFUSED);
    }

    /** As {@link #build(Progress)}, but what becomes of errors that do not stand in the way of building is up to {@code errors}. */
    public Image build(Progress progress, Errors errors) {
        BuildSession session = new BuildSession(classPath, new MemorySource(), List.of(new ProgramTransform("start", PROGRAMS, "start")));
        SystemDescription description = SystemDescription.read(session.types(), session.lines(), programs);
        List<Finding> findings = new ArrayList<>(description.findings());
        check(findings, errors);
        description.define(settings);

        NucleusWorld nucleusWorld = new NucleusWorld(entryCode());
        Closure nucleus = session.closure(World.NUCLEUS);
        nucleusWorld.addRoots(nucleus);
        nucleus.complete(count -> progress.update("compiling the nucleus", count, "methods"));
        progress.done("compiled the nucleus", nucleus.methods().size(), "methods");

        Closure isolates = session.closure(World.ISOLATE);
        isolates.require(Routine.FAULT_ENTRY);
        VmMethod start = method(session.types().type(RUNTIME_CALLS), "isolateStart");
        isolates.require(start, "start of an isolate");
        IsolateWorld.requireForModules(isolates);
        isolates.complete(count -> progress.update("compiling the isolates", count, "methods"));
        new UninterruptibleRule(isolates).check();
        List<ProgramRights> rights = new RightsCheck(isolates, start).check(description);
        rights.forEach(each -> findings.addAll(each.findings()));
        check(findings, errors);
        progress.done("compiled the isolates", isolates.methods().size(), "methods");

        Placement placement = new Placement(NucleusWorld.START);
        WorldLinker nucleusLinker = nucleusWorld.place(nucleus, placement);
        WorldLinker isolateLinker = IsolateWorld.link(isolates, placement);
        if (isolateLinker.data().end() > AddressSpaceLayout.MODULE_START) {
            throw UserProblem.failure("the image ends at " + Integer.toHexString(isolateLinker.data().end()) + ", beyond " + Long.toHexString(AddressSpaceLayout.MODULE_START)
                + ", where modules begin: leave programs out, or make them modules");
        }
        nucleusLinker.setStatic(KERNEL_IMAGE, "isolateEntry", isolateLinker.codeAddress(start));
        nucleusLinker.setStatic(KERNEL_IMAGE, "faultEntry", isolateLinker.routineAddress(Routine.FAULT_ENTRY));
        nucleusLinker.finish();
        byte[] file = KernelImageFile.of(List.of(
            new KernelImageFile.Part(KernelImageFile.Kind.NUCLEUS_CODE, nucleusLinker.code()),
            KernelImageFile.Part.nucleusData(nucleusLinker.data()),
            new KernelImageFile.Part(KernelImageFile.Kind.CODE, isolateLinker.code()),
            new KernelImageFile.Part(KernelImageFile.Kind.METADATA, isolateLinker.metadata()),
            new KernelImageFile.Part(KernelImageFile.Kind.DATA, isolateLinker.data())));
        progress.done("linked", file.length, "bytes");
        return new Image(file, description, rights, List.copyOf(findings), nucleusLinker, isolateLinker, session);
    }

    private static void check(List<Finding> findings, Errors errors) {
        if (errors == Errors.REFUSED) {
            SystemDescription.refuse(findings);
        }
    }

    private static VmMethod method(VmType type, String name) {
        for (VmMethod method : type.methods()) {
            if (method.name().equals(name)) {
                return method;
            }
        }
        throw UserProblem.failure(type + " has no method " + name);
    }

    private static byte[] entryCode() {
        try (InputStream stream = ImageBuilder.class.getResourceAsStream(ENTRY_CODE)) {
            if (stream == null) {
                throw UserProblem.failure("the nucleus's assembly code is not on the builder's class path: build Bulkhead again with NASM installed (scripts/setup)");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw UserProblem.failure("the nucleus's assembly code cannot be read: " + e.getMessage(), e);
        }
    }
}
