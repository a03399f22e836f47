package org.bulkhead.builder.rights;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bulkhead.builder.manifest.SystemDescription;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.rules.DeclaredManifest;
import org.bulkhead.isolate.manifest.rules.RightKind;
import org.bulkhead.modules.manifest.SourceLine;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.Reach;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the rights that the programs of an image use. */
public final class RightsCheck {
    /** The isolate API asks on behalf of its callers, unless it says itself for what. */
    private static final String API = Type.getInternalName(Grants.class).replaceAll("[^/]*$", "");
    private static final String CONSTRUCTOR = "(" + Type.getDescriptor(Grants.class) + ")V";

    private final Closure closure;
    private final TypeSystem types;
    private final VmMethod start;

    /**
     * Prepares the check of an image.
     *
     * @param closure the complete closure of its isolates
     * @param start the method from which all isolates start
     */
    public RightsCheck(Closure closure, VmMethod start) {
        this.closure = closure;
        this.types = closure.environment().types();
        this.start = start;
    }

    /** Returns the rights of each program of a system and their use, in the order of program numbers. */
    public List<ProgramRights> check(SystemDescription description) {
        return description.declared().stream().map(each -> check(description, each)).toList();
    }

    private ProgramRights check(SystemDescription description, DeclaredManifest program) {
        VmType type = types.type(program.manifest().className().replace('.', '/'));
        VmMethod constructor = type.declaredMethod("<init>", CONSTRUCTOR);
        Reach reach = new Reach(closure, Set.of(description.programStart()));
        reach.add(description.manifestField());
        reach.add(List.of(start, description.grantsMaker()));
        reach.add(List.of(constructor, type.select(types.resolveMethod(type.name(), "run", "()V"))));
        List<ProgramRights.Request> requests = new ArrayList<>();
        for (VmMethod method : reach.methods()) {
            boolean isApi = method.owner().name().startsWith(API);
            requests.addAll(requests(method).stream().filter(each -> !isApi || !each.isUnknown()).toList());
        }
        return new ProgramRights(program, SourceLine.first(constructor), reach.methods(), requests);
    }

    private static List<ProgramRights.Request> requests(VmMethod method) {
        List<ProgramRights.Request> found = new ArrayList<>();
        Constants constants = null;
        for (AbstractInsnNode each : method.node().instructions) {
            if (each instanceof MethodInsnNode call) {
                Set<RightKind> kinds = kinds(call);
                if (!kinds.isEmpty()) {
                    constants = constants == null ? new Constants(method) : constants;
                    if (constants.isReachable(call)) {
                        found.add(new ProgramRights.Request(kinds, names(kinds, call, constants), SourceLine.of(method, call)));
                    }
                }
            }
        }
        return found;
    }

    private static Set<RightKind> kinds(MethodInsnNode call) {
        Set<RightKind> kinds = EnumSet.noneOf(RightKind.class);
        for (RightKind kind : RightKind.values()) {
            if (request(kind, call).isPresent()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static Optional<RightKind.Request> request(RightKind kind, MethodInsnNode call) {
        return kind.requests().stream().filter(each -> each.matches(call.owner.replace('/', '.'), call.name)).findFirst();
    }

    private static Set<String> names(Set<RightKind> kinds, MethodInsnNode call, Constants constants) {
        if (request(kinds.iterator().next(), call).orElseThrow().argument() == null) {
            return Set.of("");
        }
        Set<String> names = new LinkedHashSet<>();
        constants.firstArgument(call).ifPresent(all -> all.forEach(each -> names.add(each.toString())));
        return names;
    }
}
