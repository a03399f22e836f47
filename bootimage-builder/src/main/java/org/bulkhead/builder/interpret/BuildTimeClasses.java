package org.bulkhead.builder.interpret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.BuildTimeInitializers;
import org.bulkhead.vm.linker.CallSiteClasses;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.heap.ImageHeap;

/**
 * Decides which classes are initialised while the image is built, and initialises them.
 *
 * <p>The resource {@code build-time-classes.txt} beside this class lists packages and classes, see {@link ClassRules}. A listed class whose initialiser is refused, or
 * fails, is put back to its uninitialised state and left to the run time; {@link #failures} says why. Whether a class is initialised while building is decided once, at the first
 * question, and never changes afterwards, so code may rely on it.
 */
public final class BuildTimeClasses implements BuildTimeInitializers {
    private static final String RULES = "build-time-classes.txt";
    /** Charsets are left out of models: their tables would be more than half of one, and they are as good when they are made at run time. */
    private static final String CHARSETS = "sun/nio/cs/";

    private final Interpreter interpreter;
    private final ClassRules rules;
    private final Map<VmType, Boolean> decisions = new LinkedHashMap<>();
    private final Map<VmType, String> failures = new LinkedHashMap<>();
    /** In the order of initialisation. */
    private final List<VmType> initialized = new ArrayList<>();
    /** Classes whose initialisers have changed what is in an image already. */
    private final Set<VmType> disturbing = new HashSet<>();
    /** Why a class that must be initialised while building was not, or null. */
    private String violation;

    public BuildTimeClasses(ImageHeap heap) {
        this(heap, ClassRules.read(RULES));
    }

    BuildTimeClasses(ImageHeap heap, ClassRules rules) {
        this.rules = rules;
        interpreter = new Interpreter(heap, new InitializationPolicy() {
            @Override
            public boolean mayInitialize(VmType type) {
                return decisions.getOrDefault(type, Boolean.TRUE) && isListed(type);
            }

            @Override
            public void initialized(VmType type) {
                initialized.add(type);
            }

            @Override
            public void failed(VmType type, RuntimeException cause) {
                fail(type, cause);
            }
        });
        start();
    }

    public Interpreter interpreter() {
        return interpreter;
    }

    /** What a virtual machine initialises before all others; the last of them begins a circle of initialisers that goes round only from there. */
    private void start() {
        for (String each : new String[] {"java/lang/Object", "java/lang/String", "java/lang/Class", "java/lang/System", "java/lang/reflect/Method"}) {
            interpreter.initialize(interpreter.types().type(each));
        }
    }

    private boolean isListed(VmType type) {
        return CallSiteClasses.contains(type.name()) || rules.ruleFor(type.name()) != ClassRules.Rule.RUN_TIME;
    }

    /**
     * Initialises the class if it is to be initialised while building; a class without an initialiser, and without supertypes that need one at run time, counts as initialised.
     *
     * @return whether the class is initialised, so that code need not check
     * @throws UserProblem if the rules require the class to be initialised while building and that is not possible
     */
    @Override
    public boolean runsAtBuildTime(VmType type) {
        if (type.isPrimitive() || type.isArray() || interpreter.isInitialized(type)) {
            return true;
        }
        Boolean decided = decisions.get(type);
        if (decided == null) {
            decided = tryToInitialize(type);
            decisions.put(type, decided);
        }
        return decided;
    }

    private boolean tryToInitialize(VmType type) {
        if (type.classInitializer() != null && !isListed(type)) {
            return false;
        }
        try {
            interpreter.initialize(type);
            return true;
        } catch (InterpretedException | BuildTimeRefusal e) {
            if (violation != null) {
                throw UserProblem.failure(violation);
            }
            return false;
        }
    }

    private void fail(VmType type, RuntimeException cause) {
        if (type.classInitializer() == null) {
            return;
        }
        decisions.put(type, false);
        String reason = cause instanceof InterpretedException e ? "it throws " + e.getMessage() + "; thrown in " + e.path() : cause.toString();
        String line = "class " + type.displayName() + " cannot be initialised while building: " + (cause instanceof BuildTimeRefusal ? cause.getMessage() : reason);
        if (violation == null && rules.ruleFor(type.name()) == ClassRules.Rule.REQUIRED) {
            violation = line;
        }
        failures.put(type, line);
    }

    /** Initialises a class for which {@link #runsAtBuildTime} holds; does nothing for others. */
    @Override
    public void initialize(VmType type) {
        runsAtBuildTime(type);
    }

    @Override
    public boolean isInitialized(VmType type) {
        return interpreter.isInitialized(type) && !disturbing.contains(type);
    }

    /**
     * Initialises further listed classes after an image was linked, for its model: what the image did not need, a module may. A class whose initialiser changes what is in the image
     * would not find that change in it, and so counts as not initialised.
     *
     * @param linker has finished
     * @param names internal names
     */
    public void initializeFor(WorldLinker linker, List<String> names) {
        ImageHeap heap = interpreter.heap();
        heap.watch(linker.objectAddresses().keySet(), linker.closure().statics());
        for (String name : names) {
            if (rules.ruleFor(name) != ClassRules.Rule.RUN_TIME && !name.startsWith(CHARSETS)) {
                heap.takeDisturbance();
                int before = initialized.size();
                runsAtBuildTime(interpreter.types().type(name));
                if (heap.takeDisturbance()) {
                    disturbing.addAll(initialized.subList(before, initialized.size()));
                }
            }
        }
    }

    @Override
    public boolean belongsInImage(int ref) {
        return !interpreter.isBuildOnly(ref);
    }

    /** Returns the listed classes whose initialisers were stopped, each with one line that says why; they are initialised at run time. */
    public Map<VmType, String> failures() {
        return Collections.unmodifiableMap(failures);
    }
}
