package org.bulkhead.builder.hosted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.builder.BuildSession;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.link.ElfFile;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.IsolateWorld;
import org.bulkhead.vm.linker.Placement;
import org.bulkhead.vm.linker.ProgramTransform;
import org.bulkhead.vm.linker.UninterruptibleRule;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.open.OpenWorld;

/** Builds static Linux executables from Java programs. */
public final class HostedBuilder {
    private static final String MAIN = "([Ljava/lang/String;)V";
    private static final int START = 0x20_0000;

    private final List<Path> classPath;
    private final List<String> mainClasses;
    private final Reflection reflection;

    /**
     * Builds closed programs: reflection finds nothing in them, and they hold only what they call.
     *
     * @param classPath jars and class folders of the programs
     * @param mainClasses names of classes with a main method; if there are several, the executable's first argument says which one runs
     */
    public HostedBuilder(List<Path> classPath, List<String> mainClasses) {
        this(classPath, mainClasses, Reflection.NONE);
    }

    /** Builds programs of which {@code reflection} finds that much; if any, all classes of the class path are open, and its other files are resources. */
    public HostedBuilder(List<Path> classPath, List<String> mainClasses, Reflection reflection) {
        this.reflection = reflection;
        this.classPath = List.copyOf(classPath);
        this.mainClasses = List.copyOf(mainClasses);
    }

    /**
     * A finished executable.
     *
     * @param gaps what an open program cannot run, a line each: methods that throw when they are called, and classes that lack a supertype
     */
    public record Executable(byte[] elf, WorldLinker linker, List<String> gaps) {}

    /**
     * Builds the executable.
     *
     * @throws UserProblem if a main class or method is missing, or something reachable cannot be compiled
     */
    public Executable build(Progress progress) {
        MemorySource generated = new MemorySource();
        String main = mainClasses.get(0).replace('.', '/');
        if (mainClasses.size() > 1) {
            main = MainDispatcher.NAME;
            generated.put(main, MainDispatcher.of(mainClasses));
        }
        BuildSession session = new BuildSession(classPath, generated, List.of(new ProgramTransform("main", main, "main")));
        mainClasses.forEach(each -> checkMain(session, each));
        List<String> gaps = new ArrayList<>();
        OpenWorld open = reflection == Reflection.NONE ? null : OpenClassPath.read(classPath);
        Closure closure = withStart(open == null ? session.closure(World.ISOLATE) : session.closure(open));
        closure.complete(count -> progress.update("compiling", count, "methods"));
        new UninterruptibleRule(closure).check();
        WorldLinker linker = IsolateWorld.link(closure, new Placement(START));
        byte[] elf = ElfFile.of(List.of(
            new ElfFile.Segment(linker.code(), ElfFile.Access.CODE),
            new ElfFile.Segment(linker.metadata(), ElfFile.Access.READ_ONLY),
            new ElfFile.Segment(linker.data(), ElfFile.Access.DATA)), linker.routineAddress(Routine.LINUX_START));
        progress.done("compiled", closure.methods().size(), "methods");
        closure.gaps().forEach((method, reason) -> gaps.add(method + ": " + reason));
        if (open != null) {
            open.unlinkable().forEach(each -> gaps.add("class " + each + ": a supertype is missing"));
        }
        return new Executable(elf, linker, gaps);
    }

    private static Closure withStart(Closure closure) {
        for (Routine routine : List.of(Routine.LINUX_START, Routine.FAULT_ENTRY, Routine.SIGNAL_HANDLER, Routine.SIGNAL_RETURN)) {
            closure.require(routine);
        }
        closure.require(closure.environment().runtimeMethod(RuntimeCall.LINUX_START), "start of the program");
        return closure;
    }

    /** Builds an executable without a program, for modules. */
    public static HostedBase buildBase(Progress progress) {
        BuildSession session = new BuildSession(List.of(), new MemorySource(), List.of());
        Closure closure = withStart(session.closure(World.ISOLATE));
        IsolateWorld.requireForModules(closure);
        closure.complete(count -> progress.update("compiling", count, "methods"));
        new UninterruptibleRule(closure).check();
        WorldLinker linker = IsolateWorld.link(closure, new Placement(START));
        progress.done("compiled", closure.methods().size(), "methods");
        return new HostedBase(linker, session.model(linker));
    }

    private static void checkMain(BuildSession session, String name) {
        VmType type = session.types().find(name.replace('.', '/'));
        if (type == null) {
            throw UserProblem.failure("class " + name + " is not on the class path: check the name and -cp");
        }
        VmMethod main = type.declaredMethod("main", MAIN);
        if (main == null || !main.isStatic()) {
            throw UserProblem.failure("class " + name + " has no method public static void main(String[]): add one or name another class");
        }
    }
}
