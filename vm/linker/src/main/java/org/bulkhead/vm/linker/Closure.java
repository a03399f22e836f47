package org.bulkhead.vm.linker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Compiler;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.Relocation;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.model.ClassFormatProblem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/**
 * All that the roots of one world reach, compiled: rapid type analysis over compiled methods and the objects of the image heap.
 *
 * <p>Add roots, then {@link #complete}; then read. Everything is kept in the order of discovery, which depends on the inputs only.
 */
public final class Closure {
    private static final int SHOWN_NATIVES = 200;

    private final World world;
    private final Base base;
    private final CompilerEnvironment environment;
    private final Compiler compiler;
    private final ImageHeap heap;
    private final BuildTimeInitializers initializers;
    private final Provenance provenance = new Provenance();

    private final Deque<VmMethod> pending = new ArrayDeque<>();
    private final Set<VmMethod> required = new LinkedHashSet<>();
    private final Map<VmMethod, CompiledMethod> compiled = new LinkedHashMap<>();
    private final Map<Routine, CompiledMethod> routines = new LinkedHashMap<>();
    private final Set<VmType> hubs = new LinkedHashSet<>();
    private final Set<VmField> statics = new LinkedHashSet<>();
    private final Set<VmType> lazy = new LinkedHashSet<>();
    private final Set<String> literals = new LinkedHashSet<>();
    private final DispatchTable dispatch;
    /** For each type whose hub is the base's, the methods that calls through it now can reach and could not before. */
    private final Map<VmType, Set<VmMethod>> newCalls = new LinkedHashMap<>();
    private final Set<VmType> baseTypes = new LinkedHashSet<>();
    private final Set<VmField> replacedStatics = new LinkedHashSet<>();
    private final List<VmMethod> missingNatives = new ArrayList<>();
    private final Reflected reflected;
    private final Map<VmMethod, String> gaps = new LinkedHashMap<>();

    /** Begins an empty closure of closed classes. */
    public Closure(World world, CompilerEnvironment environment, Compiler compiler, ImageHeap heap, BuildTimeInitializers initializers) {
        this(world, Base.NOTHING, environment, compiler, heap, initializers, Reflected.NOTHING);
    }

    /** Begins a closure of what is not in a base, to which {@code reflected} adds. */
    public Closure(World world, Base base, CompilerEnvironment environment, Compiler compiler, ImageHeap heap, BuildTimeInitializers initializers, Reflected reflected) {
        this.reflected = reflected;
        this.base = base;
        dispatch = new DispatchTable(base, this::dispatch);
        this.world = world;
        this.environment = environment;
        this.compiler = compiler;
        this.heap = heap;
        this.initializers = initializers;
    }

    /** Makes a method part of the closure, for a reason that {@link Provenance} prints. */
    public void require(VmMethod method, Object reason) {
        if (base.code(method) == 0 && required.add(method)) {
            provenance.note(method, reason);
            if (world == World.NUCLEUS && WorldEnvironment.isIsolateCall(method)) {
                throw new LinkProblem("the nucleus has no " + method.name() + " at run time, but needs it here: " + provenance.explain(reason));
            }
            if (method.isNative() && !reflected.toleratesGaps()) {
                missingNatives.add(method);
            } else if (!method.isAbstract()) {
                pending.add(method);
            }
        }
    }

    /** Makes a routine part of the closure. */
    public void require(Routine routine) {
        if (base.routine(routine) == 0 && !routines.containsKey(routine)) {
            routines.put(routine, null);
            CompiledMethod code = compiler.routine(routine, environment);
            routines.put(routine, code);
            follow(code, routine);
        }
    }

    /** Makes a static field part of the closure. */
    public void require(VmField field, Object reason) {
        if (base.staticField(field) == 0 && statics.add(field)) {
            provenance.note(field, reason);
            if (initializers.runsAtBuildTime(field.owner())) {
                initializers.initialize(field.owner());
            }
        }
    }

    /** Makes instances of a type possible. */
    public void instantiate(VmType type, Object reason) {
        if (dispatch.addInstantiated(type)) {
            requireHub(type, reason);
            dispatch.dispatchTo(type);
        }
    }

    /** Makes the hub of a type part of the closure, with those that it points to. */
    public void requireHub(VmType type, Object reason) {
        if (base.hub(type) != 0) {
            baseTypes.add(type);
            return;
        }
        if (!hubs.add(type)) {
            return;
        }
        provenance.note(type, reason);
        if (type.superclass() != null) {
            requireHub(type.superclass(), type);
        }
        if (type.isArray()) {
            requireHub(type.component(), type);
        } else if (world == World.ISOLATE && !type.name().equals("void")) {
            requireHub(type.array(), type);
        }
        if (world == World.ISOLATE) {
            heap.mirror(type);
            requireEnumValues(type);
        }
    }

    /** Class.getEnumConstants finds the method through the hub; the nucleus has no Class objects, and values() allocates. */
    private void requireEnumValues(VmType type) {
        if (world == World.ISOLATE && type.superclass() != null && type.superclass().name().equals("java/lang/Enum")) {
            VmMethod values = type.declaredMethod("values", "()[" + type.descriptor());
            if (values != null) {
                require(values, type);
            }
        }
    }

    /** Makes calls of a method through tables possible. */
    public void call(VmMethod method, Object reason) {
        if (dispatch.addCalled(method)) {
            provenance.note(method, reason);
            dispatch.dispatch(method);
        }
    }

    private void dispatch(VmMethod method, VmType receiver) {
        VmMethod selected = receiver.select(method);
        if (base.hub(receiver) != 0) {
            newCalls.computeIfAbsent(receiver, key -> new LinkedHashSet<>()).add(method);
        }
        if (selected != null) {
            require(selected, method);
        }
    }

    /** Makes the initialisation of a class part of the closure: now, or when it is first used. */
    public void initialize(VmType type, Object reason) {
        if (initializers.runsAtBuildTime(type)) {
            initializers.initialize(type);
        } else if (environment.needsInitializationCheck(type)) {
            initializeLazily(type, reason);
        }
    }

    private void initializeLazily(VmType type, Object reason) {
        if (base.initializationState(type) != 0 || !lazy.add(type)) {
            return;
        }
        requireHub(type, reason);
        if (type.classInitializer() != null) {
            require(type.classInitializer(), type);
        }
        for (VmType supertype : type.supertypes()) {
            if (!initializers.runsAtBuildTime(supertype)) {
                if (environment.needsInitializationCheck(supertype)) {
                    initializeLazily(supertype, type);
                }
            } else if (!supertype.isInterface()) {
                initializers.initialize(supertype);
            }
        }
    }

    /** Compiles and follows until nothing new turns up; {@code progress} is told the number of methods from time to time. */
    public void complete(IntConsumer progress) {
        require(environment.runtimeMethod(RuntimeCall.ABSTRACT_CALLED), "filler of virtual tables");
        int before;
        do {
            before = size();
            while (!pending.isEmpty()) {
                VmMethod method = pending.remove();
                CompiledMethod code = compile(method);
                compiled.put(method, code);
                progress.accept(compiled.size());
                follow(code, method);
            }
            reflected.grow(this);
            reachableObjects();
        } while (!pending.isEmpty() || before != size());
        if (!missingNatives.isEmpty()) {
            throw new LinkProblem(missingNatives.size() + " native method(s) without an implementation are reachable; substitute them or cut the path:\n"
                + String.join("\n", missingNatives.stream().limit(SHOWN_NATIVES).map(provenance::explain).toList()));
        }
    }

    /** Grows with whatever {@link Reflected} may add to. */
    private int size() {
        return required.size() + dispatch.instantiatedCount() + hubs.size() + baseTypes.size();
    }

    private CompiledMethod compile(VmMethod method) {
        if (!reflected.toleratesGaps()) {
            return compiler.compile(method, environment);
        }
        if (method.isNative()) {
            gaps.put(method, "native, without an implementation");
            return Gaps.throwing(method, UnsatisfiedLinkError.class, method + " is native and has no implementation in this program", compiler, environment);
        }
        try {
            return compiler.compile(method, environment);
        } catch (CompilationProblem | ClassFormatProblem e) {
            gaps.put(method, e.getMessage());
            return Gaps.throwing(method, UnsupportedOperationException.class, e.getMessage(), compiler, environment);
        }
    }

    /** Returns the methods that throw because their own code cannot be had, each with the reason. */
    public Map<VmMethod, String> gaps() {
        return Collections.unmodifiableMap(gaps);
    }

    Reflected reflected() {
        return reflected;
    }

    private void refuseAllocation(CompiledMethod code, Object reason) {
        for (Use use : code.uses()) {
            if (use instanceof Use.Instantiation instantiation) {
                throw new LinkProblem("the nucleus never allocates, but makes a " + instantiation.type() + " here: " + provenance.explain(reason));
            }
        }
    }

    private void follow(CompiledMethod code, Object reason) {
        if (world == World.NUCLEUS) {
            refuseAllocation(code, reason);
        }
        for (Relocation relocation : code.relocations()) {
            Symbol symbol = relocation.symbol();
            if (symbol instanceof Symbol.Code target) {
                require(target.method(), reason);
                noteCall(reason, target.method());
            } else if (symbol instanceof Symbol.Hub hub) {
                requireHub(hub.type(), reason);
            } else if (symbol instanceof Symbol.Mirror mirror) {
                requireMirror(mirror.type(), reason);
                if (reason instanceof VmMethod method) {
                    reflected.named(this, mirror.type(), method);
                }
            } else if (symbol instanceof Symbol.Literal literal) {
                literals.add(literal.value());
                heap.literal(literal.value(), world);
            } else if (symbol instanceof Symbol.StaticField field) {
                require(field.field(), reason);
            } else if (symbol instanceof Symbol.InitStateWord state) {
                initializeLazily(state.type(), reason);
            } else if (symbol instanceof Symbol.RoutineCode routine) {
                require(routine.routine());
            }
        }
        for (CompiledMethod.Handler handler : code.handlers()) {
            if (handler.type() != null) {
                requireHub(handler.type(), reason);
            }
        }
        for (Use use : code.uses()) {
            if (use instanceof Use.VirtualCall virtual) {
                call(virtual.method(), reason);
                noteCall(reason, virtual.method());
            } else if (use instanceof Use.Instantiation instantiation) {
                instantiate(instantiation.type(), reason);
            } else if (use instanceof Use.Initialization initialization) {
                initialize(initialization.type(), reason);
            }
        }
    }

    private void noteCall(Object caller, VmMethod callee) {
        if (caller instanceof VmMethod method) {
            reflected.calls(method, callee);
        }
    }

    private void requireMirror(VmType type, Object reason) {
        if (world == World.NUCLEUS) {
            throw new LinkProblem("the nucleus has no Class objects, but names " + type + ".class here: " + provenance.explain(reason));
        }
        requireHub(type, reason);
    }

    /** Returns the build addresses of all objects that static fields, literals and mirrors of this world reach, in the order of discovery; their types become instantiated. */
    public List<Integer> reachableObjects() {
        List<Integer> found = new ArrayList<>();
        BitSet seen = new BitSet();
        for (VmField field : List.copyOf(statics)) {
            if (field.isReference()) {
                visit((int) heap.getStatic(field), found, seen, field);
            }
        }
        for (VmField field : replacedStatics) {
            if (field.isReference()) {
                visit((int) heap.getStatic(field), found, seen, field);
            }
        }
        for (String literal : literals) {
            visit(heap.literal(literal, world), found, seen, "a literal");
        }
        if (world == World.ISOLATE) {
            for (int done = 0; done < hubs.size();) {
                List<VmType> all = List.copyOf(hubs);
                for (; done < all.size(); done++) {
                    visit(heap.mirror(all.get(done)), found, seen, all.get(done));
                }
            }
        }
        for (int next = 0; next < found.size(); next++) {
            int ref = found.get(next);
            heap.forEachReference(ref, (offset, target) -> visit(target, found, seen, heap.typeOf(ref)));
        }
        return found;
    }

    private void visit(int ref, List<Integer> found, BitSet seen, Object reason) {
        if (ref == 0 || ImageHeap.isBaseObject(ref)) {
            return;
        }
        int index = ref / ObjectLayout.ALIGNMENT;
        if (!seen.get(index)) {
            seen.set(index);
            found.add(ref);
            VmType type = heap.typeOf(ref);
            if (!initializers.belongsInImage(ref)) {
                throw new LinkProblem("an object of " + type + " that exists only while building would get into the image: initialise the class that refers to it at run time; it is needed by "
                    + provenance.explain(reason));
            }
            instantiate(type, reason);
            VmType mirrored = world == World.ISOLATE ? heap.typeOfMirror(ref) : null;
            if (mirrored != null) {
                requireHub(mirrored, reason);
            }
        }
    }

    /** Sets a static field of the runtime that holds a table, in the base or here, if anything reads it; {@code value} as {@link ImageHeap#putStatic} takes it. */
    public void setTable(VmField field, long value) {
        if (base.staticField(field) != 0) {
            replaceStatic(field, value);
        } else if (statics.contains(field)) {
            heap.putStatic(field, value);
        }
    }

    /** Gives a static field of the base another value for those who use what is linked here; {@code value} as {@link ImageHeap#putStatic} takes it. */
    public void replaceStatic(VmField field, long value) {
        heap.putStatic(field, value);
        replacedStatics.add(field);
    }

    /** Returns the static fields of the base that have another value here. */
    public Set<VmField> replacedStatics() {
        return Collections.unmodifiableSet(replacedStatics);
    }

    /** Returns the types that something here names and whose hub is the base's. */
    public Set<VmType> baseTypes() {
        return Collections.unmodifiableSet(baseTypes);
    }

    /** Returns the types whose hub is the base's, each with the methods whose calls through it now can reach code and could not before. */
    public Map<VmType, Set<VmMethod>> newCalls() {
        return Collections.unmodifiableMap(newCalls);
    }

    /** Returns who runs initialisers while building. */
    public BuildTimeInitializers initializers() {
        return initializers;
    }

    /** Returns what was there before. */
    public Base base() {
        return base;
    }

    public World world() {
        return world;
    }

    public Provenance provenance() {
        return provenance;
    }

    public ImageHeap heap() {
        return heap;
    }

    public CompilerEnvironment environment() {
        return environment;
    }

    /** Returns the compiled methods in the order of compilation. */
    public Map<VmMethod, CompiledMethod> methods() {
        return Collections.unmodifiableMap(compiled);
    }

    public Map<Routine, CompiledMethod> routines() {
        return Collections.unmodifiableMap(routines);
    }

    /** Returns the types that have a hub. */
    public Set<VmType> hubs() {
        return Collections.unmodifiableSet(hubs);
    }

    public boolean isInstantiated(VmType type) {
        return dispatch.isInstantiated(type);
    }

    /** Returns the static fields that have memory. */
    public Set<VmField> statics() {
        return Collections.unmodifiableSet(statics);
    }

    /** Returns the classes that are initialised when first used. */
    public Set<VmType> lazilyInitialized() {
        return Collections.unmodifiableSet(lazy);
    }

    /** Returns the literals that code of this world names. */
    public Set<String> literals() {
        return Collections.unmodifiableSet(literals);
    }

    /** Returns the methods that a call of {@code method} through a table may reach. */
    public Set<VmMethod> targets(VmMethod method) {
        Set<VmMethod> targets = new LinkedHashSet<>();
        for (VmType type : dispatch.receivers(method)) {
            VmMethod selected = type.select(method);
            if (selected != null && compiled.containsKey(selected)) {
                targets.add(selected);
            }
        }
        return targets;
    }

    /** Returns the methods that are called through tables. */
    public Set<VmMethod> called() {
        return Collections.unmodifiableSet(dispatch.called());
    }

    /** Returns the methods of {@code owner} that are called through tables. */
    public List<VmMethod> calledMethods(VmType owner) {
        return dispatch.calledMethods(owner);
    }
}
