package org.bulkhead.builder.driver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.driver.DriverReport.Cost;
import org.bulkhead.builder.driver.DriverReport.Isolate;
import org.bulkhead.builder.driver.DriverReport.JdkClass;
import org.bulkhead.builder.driver.DriverReport.RightUse;
import org.bulkhead.builder.driver.DriverReport.Size;
import org.bulkhead.builder.driver.DriverReport.State;
import org.bulkhead.builder.image.ImageBuilder;
import org.bulkhead.builder.inspect.ImageMap;
import org.bulkhead.builder.rights.ProgramRights;
import org.bulkhead.isolate.manifest.rules.Finding;
import org.bulkhead.isolate.manifest.rules.Finding.Severity;
import org.bulkhead.isolate.manifest.rules.Place;
import org.bulkhead.isolate.manifest.rules.Right;

/** Reports on isolates by building an image with them and the same image without them. */
public final class DriverCheck {
    private static final Pattern JDK = Pattern.compile("\\[*L?(java|javax|jdk|sun|com\\.sun)\\..*");

    private final List<Path> classPath;
    private final List<String> system;
    private final List<String> checked;

    /**
     * @param classPath jars with the isolates
     * @param system names of the classes of an image's other isolates; those that are checked may be among them
     * @param checked names of the classes of the isolates to report on
     */
    public DriverCheck(List<Path> classPath, List<String> system, List<String> checked) {
        this.classPath = List.copyOf(classPath);
        this.system = List.copyOf(system);
        this.checked = List.copyOf(checked);
    }

    /**
     * Builds the two images and compares them.
     *
     * @throws org.bulkhead.builder.UserProblem if a manifest is wrong by itself, or something reachable cannot be compiled
     */
    public DriverReport run(Progress progress) {
        List<String> others = system.stream().filter(each -> !checked.contains(each)).toList();
        List<String> all = new ArrayList<>(others);
        all.addAll(checked);
        // Without them, services may be missing that others use.
        ImageBuilder.Image with = new ImageBuilder(classPath, all).build(progress, ImageBuilder.Errors.REPORTED);
        ImageBuilder.Image without = new ImageBuilder(classPath, others).build(progress, ImageBuilder.Errors.REPORTED);
        List<ProgramRights> programs = with.rights().stream().filter(each -> checked.contains(each.program().manifest().className())).toList();
        Set<String> known = without.findings().stream().map(Finding::toString).collect(Collectors.toSet());
        ImageMap map = with.map();
        ImageMap before = without.map();
        return new DriverReport(programs.stream().map(DriverCheck::isolate).toList(), programs.stream().flatMap(each -> rights(each).stream()).toList(),
            new Cost(size(with, map), size(without, before)), classes(map, before), findings(with, Severity.ERROR, known), findings(with, Severity.WARNING, known));
    }

    private static List<String> findings(ImageBuilder.Image image, Severity severity, Set<String> known) {
        return image.findings().stream().filter(each -> each.severity() == severity).map(Finding::toString).filter(each -> !known.contains(each)).distinct().toList();
    }

    private static Isolate isolate(ProgramRights rights) {
        return new Isolate(rights.program().name(), rights.program().manifest().className(), rights.program().manifest().heapBytes(), rights.methods().size());
    }

    private static List<RightUse> rights(ProgramRights program) {
        List<RightUse> all = new ArrayList<>();
        program.usage().forEach((right, usage) -> all.add(new RightUse(program.program().name(), right.toString(), State.valueOf(usage.name()),
            program.program().rights().get(right).toString(), program.places(right).stream().map(Place::toString).toList())));
        for (Right right : program.missing()) {
            all.add(new RightUse(program.program().name(), right.toString(), State.MISSING, "", program.places(right).stream().map(Place::toString).toList()));
        }
        return all;
    }

    private static Size size(ImageBuilder.Image image, ImageMap map) {
        return new Size(image.file().length, map.methods().size(), map.classes().size());
    }

    private static List<JdkClass> classes(ImageMap map, ImageMap before) {
        Set<String> known = new HashSet<>();
        before.classes().forEach(each -> known.add(each.name()));
        Map<String, String> firstMethod = new TreeMap<>();
        map.methods().forEach(each -> firstMethod.putIfAbsent(owner(each.name()), each.name()));
        return map.classes().stream().filter(each -> JDK.matcher(each.name()).matches() && !known.contains(each.name()))
            .sorted(Comparator.comparingInt((ImageMap.ClassSize each) -> each.codeBytes() + each.objectBytes()).reversed().thenComparing(ImageMap.ClassSize::name))
            .map(each -> new JdkClass(each.name(), each.codeBytes(), each.objectBytes(), because(map, each.name(), firstMethod.get(each.name())))).toList();
    }

    /** Returns the class of a method that is written {@code package.Class.method(descriptor)}. */
    private static String owner(String method) {
        return method.substring(0, method.lastIndexOf('.', method.indexOf('(')));
    }

    private static String because(ImageMap map, String className, String method) {
        List<String> path = map.path(className);
        if (path.isEmpty() && method != null) {
            path = map.path(method);
        }
        for (String each : path) {
            if (!JDK.matcher(each).matches()) {
                return each;
            }
        }
        return path.isEmpty() ? "an object of the image" : path.get(path.size() - 1);
    }
}
