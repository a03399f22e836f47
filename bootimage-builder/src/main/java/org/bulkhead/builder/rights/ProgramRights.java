package org.bulkhead.builder.rights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.isolate.manifest.rules.DeclaredManifest;
import org.bulkhead.isolate.manifest.rules.Finding;
import org.bulkhead.isolate.manifest.rules.Finding.Severity;
import org.bulkhead.isolate.manifest.rules.Place;
import org.bulkhead.isolate.manifest.rules.Right;
import org.bulkhead.isolate.manifest.rules.RightKind;
import org.bulkhead.vm.compiler.model.VmMethod;

/**
 * The rights that one program has and uses.
 *
 * @param program its manifest
 * @param start where its constructor stands
 * @param methods what it reaches
 * @param requests where its code asks for rights
 */
public record ProgramRights(DeclaredManifest program, Place start, Set<VmMethod> methods, List<Request> requests) {
    /**
     * A call by which code asks for a right.
     *
     * @param kinds the kinds of rights that it can be meant for
     * @param names the names it can ask for; empty if one is no constant
     */
    public record Request(Set<RightKind> kinds, Set<String> names, Place place) {
        boolean isUnknown() {
            return names.isEmpty();
        }

        boolean asksFor(Right right) {
            return kinds.contains(right.kind()) && names.contains(right.name());
        }
    }

    /** What is known of the use of a right. */
    public enum Usage { USED, UNUSED, UNKNOWN }

    /** Returns for each right of the manifest whether code asks for it. */
    public Map<Right, Usage> usage() {
        Map<Right, Usage> all = new LinkedHashMap<>();
        for (Right right : program.rights().keySet()) {
            if (right.kind().requests().isEmpty() || requests.stream().anyMatch(each -> each.isUnknown() && each.kinds().contains(right.kind()))) {
                all.put(right, Usage.UNKNOWN);
            } else {
                all.put(right, Usage.UNUSED);
            }
            if (requests.stream().anyMatch(each -> each.asksFor(right))) {
                all.put(right, Usage.USED);
            }
        }
        return all;
    }

    /** Returns the places where code asks for a right. */
    public List<Place> places(Right right) {
        return requests.stream().filter(each -> each.asksFor(right)).map(Request::place).distinct().toList();
    }

    /** Returns the rights that code asks for and the manifest does not give. */
    public Set<Right> missing() {
        Set<Right> missing = new LinkedHashSet<>();
        requests.forEach(each -> missing.addAll(missing(each)));
        return missing;
    }

    private List<Right> missing(Request request) {
        return request.names().stream().filter(name -> request.kinds().stream().noneMatch(kind -> program.rights().containsKey(new Right(kind, name))))
            .map(name -> new Right(request.kinds().iterator().next(), name)).toList();
    }

    /** Returns what does not fit: rights that code asks for and the manifest does not name, rights that nothing asks for, and requests that could not be checked. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Request request : requests) {
            RightKind first = request.kinds().iterator().next();
            String annotation = "@" + first.annotation().getSimpleName();
            if (request.isUnknown()) {
                findings.add(new Finding(Severity.WARNING, request.place(), program.name() + " asks here for " + first.noun() + " by something that is no constant: whether "
                    + annotation + " (" + program.place() + ") names it cannot be checked; use a constant"));
            }
            missing(request).forEach(each -> findings.add(new Finding(Severity.ERROR, request.place(), program.missing(each))));
        }
        usage().forEach((right, usage) -> {
            if (usage == Usage.UNUSED) {
                findings.add(new Finding(Severity.WARNING, program.rights().get(right), program.name() + " has " + right + " and never asks for it, in nothing that its constructor ("
                    + start + ") and run reach: " + right.kind().removal()));
            }
        });
        return findings.stream().distinct().toList();
    }
}
