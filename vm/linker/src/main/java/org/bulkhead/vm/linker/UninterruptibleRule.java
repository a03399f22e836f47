package org.bulkhead.vm.linker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Relocation;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * Holds a closure to {@code @Uninterruptible}: no method that carries it reaches an allocation or a class initialisation.
 *
 * <p>Calls of methods that never return are not followed: what happens on the way to a thrown exception interrupts nothing any more.
 */
public final class UninterruptibleRule {
    private static final String UNINTERRUPTIBLE = "Lorg/bulkhead/vm/magic/Uninterruptible;";
    private static final String NEVER_RETURNS = "Lorg/bulkhead/vm/magic/NeverReturns;";

    private final Closure closure;

    public UninterruptibleRule(Closure closure) {
        this.closure = closure;
    }

    /**
     * Checks the whole closure.
     *
     * @throws LinkProblem with the call path and the reason that the annotation states, if a method breaks the rule
     */
    public void check() {
        for (VmMethod method : closure.methods().keySet()) {
            AnnotationNode own = method.annotation(UNINTERRUPTIBLE);
            AnnotationNode annotation = own == null ? method.owner().annotation(UNINTERRUPTIBLE) : own;
            if (annotation != null) {
                check(method, String.valueOf(annotation.values.get(1)));
            }
        }
    }

    private void check(VmMethod root, String reason) {
        Map<VmMethod, VmMethod> calledFrom = new HashMap<>();
        Deque<VmMethod> pending = new ArrayDeque<>(List.of(root));
        calledFrom.put(root, null);
        while (!pending.isEmpty()) {
            VmMethod method = pending.remove();
            CompiledMethod compiled = closure.methods().get(method);
            if (compiled == null) {
                continue;
            }
            for (Use use : compiled.uses()) {
                if (use instanceof Use.Instantiation made) {
                    throw broken(root, reason, path(calledFrom, method), "makes a " + made.type());
                }
            }
            for (VmMethod callee : callees(compiled)) {
                if (!callee.isAnnotated(NEVER_RETURNS) && !calledFrom.containsKey(callee)) {
                    calledFrom.put(callee, method);
                    pending.add(callee);
                }
            }
        }
    }

    private Set<VmMethod> callees(CompiledMethod compiled) {
        Set<VmMethod> callees = new LinkedHashSet<>();
        for (Relocation relocation : compiled.relocations()) {
            if (relocation.symbol() instanceof Symbol.Code target) {
                callees.add(target.method());
            }
        }
        for (Use use : compiled.uses()) {
            if (use instanceof Use.VirtualCall virtual) {
                callees.addAll(closure.targets(virtual.method()));
            }
        }
        return callees;
    }

    private static List<VmMethod> path(Map<VmMethod, VmMethod> calledFrom, VmMethod last) {
        List<VmMethod> path = new ArrayList<>();
        for (VmMethod each = last; each != null; each = calledFrom.get(each)) {
            path.add(0, each);
        }
        return path;
    }

    private static LinkProblem broken(VmMethod root, String reason, List<VmMethod> path, String deed) {
        return new LinkProblem(root + " must not be interrupted (" + reason + "), but " + path.get(path.size() - 1) + " " + deed + ":\n    "
            + String.join("\n    calls ", path.stream().map(VmMethod::toString).toList()));
    }
}
