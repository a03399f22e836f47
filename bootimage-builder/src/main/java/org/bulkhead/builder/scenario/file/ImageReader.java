package org.bulkhead.builder.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.manifest.ProgramCatalogue;
import org.bulkhead.builder.yaml.Nearest;
import org.bulkhead.builder.yaml.Section;
import org.bulkhead.builder.yaml.YamlNode;
import org.bulkhead.servers.scenario.Conductor;

/** Reads {@code image}: a set of programs, and what is added, replaced and left out. */
final class ImageReader {
    private static final Map<String, BootSet> SETS = sets();

    private final ProgramCatalogue catalogue;
    private final Problems problems;

    /**
     * What an image has in it.
     *
     * @param programs names of the classes
     * @param names the components' names; empty if that is not known, since the image is wrong
     * @param versions the names of the programs that are versions of components
     */
    record Contents(List<String> programs, Set<String> names, Set<String> versions) {
        /** The contents of an image that cannot be. */
        static final Contents UNKNOWN = new Contents(List.of(), Set.of(), Set.of());

        /** Checks that a scalar names a component of the image, and returns the name. */
        String component(YamlNode.Scalar scalar) {
            return known(scalar, names, "component");
        }

        /** Checks that a scalar names a version of a component of the image, and returns the name. */
        String version(YamlNode.Scalar scalar) {
            Set<String> all = new TreeSet<>(names);
            all.addAll(versions);
            return known(scalar, all, "version of a component");
        }

        private static String known(YamlNode.Scalar scalar, Set<String> known, String what) {
            if (!known.isEmpty() && !known.contains(scalar.text())) {
                throw scalar.problem("no " + what + " of the image is named \"" + scalar.text() + "\"" + Nearest.hint(scalar.text(), known));
            }
            return scalar.text();
        }
    }

    ImageReader(ProgramCatalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    private static Map<String, BootSet> sets() {
        Map<String, BootSet> sets = new LinkedHashMap<>();
        for (BootSet each : BootSet.values()) {
            sets.put(each.name().toLowerCase(Locale.ROOT), each);
        }
        return sets;
    }

    Contents read(Section image, boolean isConducted) {
        // By name: an image has one program of each.
        Map<String, String> classes = new LinkedHashMap<>();
        BootSet set = problems.in(() -> image.choice("set", SETS, BootSet.BARE), BootSet.BARE);
        set.classNames().forEach(each -> classes.put(catalogue.ofClass(each).name(), each));
        for (YamlNode.Scalar each : image.scalars("without")) {
            problems.in(() -> {
                if (classes.remove(each.text()) == null) {
                    throw each.problem("the set " + set.name().toLowerCase(Locale.ROOT) + " has no program named \"" + each.text() + "\"" + Nearest.hint(each.text(), classes.keySet()));
                }
                return true;
            }, false);
        }
        image.texts("replace").forEach((name, by) -> problems.in(() -> replace(classes, name, by), null));
        for (YamlNode.Scalar each : image.scalars("programs")) {
            problems.in(() -> add(classes, each), null);
        }
        if (isConducted) {
            classes.put(Conductor.NAME, Conductor.class.getName());
        }
        image.finish();
        Set<String> names = new TreeSet<>(classes.keySet());
        Set<String> versions = new TreeSet<>();
        classes.forEach((name, className) -> {
            if (catalogue.ofClass(className).isVersion()) {
                versions.add(name);
            }
        });
        names.removeAll(versions);
        return new Contents(List.copyOf(classes.values()), names, versions);
    }

    private String replace(Map<String, String> classes, String name, YamlNode.Scalar by) {
        if (!classes.containsKey(name)) {
            throw by.problem("there is no program named \"" + name + "\" to be replaced" + Nearest.hint(name, classes.keySet()));
        }
        ProgramCatalogue.Entry entry = find(by);
        if (!entry.name().equals(name)) {
            throw by.problem(entry.className() + " cannot replace " + name + ", for its own name is " + entry.name() + ": add it to \"programs\", or name another class");
        }
        return classes.put(name, entry.className());
    }

    private String add(Map<String, String> classes, YamlNode.Scalar program) {
        ProgramCatalogue.Entry entry = find(program);
        String other = classes.get(entry.name());
        if (other != null) {
            throw program.problem("the image has a program named " + entry.name() + " already, " + other + ": use \"replace\", or leave one of the two out");
        }
        return classes.put(entry.name(), entry.className());
    }

    private ProgramCatalogue.Entry find(YamlNode.Scalar program) {
        List<ProgramCatalogue.Entry> found = catalogue.find(program.text());
        if (found.isEmpty()) {
            List<String> known = new ArrayList<>();
            catalogue.entries().forEach(each -> known.addAll(List.of(each.name(), each.simpleName())));
            throw program.problem("there is no program \"" + program.text() + "\"" + Nearest.hint(program.text(), known.stream().distinct().toList()));
        }
        if (found.size() > 1) {
            throw program.problem("\"" + program.text() + "\" is the name of " + found.size() + " programs: write the class, one of " + found.stream().map(ProgramCatalogue.Entry::simpleName).collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }
}
