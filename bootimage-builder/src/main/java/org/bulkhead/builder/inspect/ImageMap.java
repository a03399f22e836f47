package org.bulkhead.builder.inspect;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.Section;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.WorldLinker;
import org.bulkhead.vm.linker.heap.ImageHeap;

/**
 * The contents of an image.
 *
 * @param sections the image's sections, by address
 * @param methods all methods, by address
 * @param classes what each class contributes, by name
 * @param reasons for each method, class and static field, what first asked for it; a reason is a key again, or plain text
 */
public record ImageMap(List<Part> sections, List<Method> methods, List<ClassSize> classes, Map<String, String> reasons) {
    /** A section: address and size in bytes. */
    public record Part(String name, int address, int size) {}

    /** A method's code: address and size in bytes, and its lines as pairs of code offset and line number. */
    public record Method(World world, String name, String file, int address, int size, List<Integer> lines) {}

    /** Bytes of code, number of objects in the image heap and their bytes. */
    public record ClassSize(String name, int codeBytes, int objects, int objectBytes) {}

    /** Returns the map of linked worlds. */
    public static ImageMap of(Map<String, Section> sections, List<WorldLinker> linkers) {
        List<Part> parts = new ArrayList<>();
        sections.forEach((name, section) -> parts.add(new Part(name, section.address(), section.size())));
        List<Method> methods = new ArrayList<>();
        Map<String, int[]> sizes = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        for (WorldLinker linker : linkers) {
            Closure closure = linker.closure();
            for (CompiledMethod compiled : closure.methods().values()) {
                List<Integer> lines = new ArrayList<>();
                compiled.lines().forEach(line -> lines.addAll(List.of(line.pcOffset(), line.line())));
                methods.add(new Method(closure.world(), compiled.method().toString(), compiled.method().owner().node().sourceFile,
                    linker.codeAddress(compiled.method()), compiled.code().length, lines));
                sizes.computeIfAbsent(compiled.method().owner().displayName(), key -> new int[3])[0] += compiled.code().length;
            }
            ImageHeap heap = closure.heap();
            for (int ref : linker.objectAddresses().keySet()) {
                int[] size = sizes.computeIfAbsent(heap.typeOf(ref).displayName(), key -> new int[3]);
                size[1]++;
                size[2] += heap.sizeOf(ref);
            }
            for (Object thing : closure.provenance().things()) {
                List<Object> path = closure.provenance().why(thing);
                if (path.size() > 1) {
                    reasons.putIfAbsent(thing.toString(), path.get(1).toString());
                }
            }
        }
        methods.sort(Comparator.comparingInt(Method::address));
        List<ClassSize> classes = sizes.entrySet().stream()
            .map(entry -> new ClassSize(entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2])).toList();
        return new ImageMap(parts, methods, classes, reasons);
    }

    /** Returns the method whose code holds an address, or null. */
    public Method methodAt(int address) {
        for (Method method : methods) {
            if (address >= method.address() && address < method.address() + method.size()) {
                return method;
            }
        }
        return null;
    }

    /** Returns {@code class.method(file:line)} for a return address or the address of a fault, or says that no method holds it. */
    public String describe(int address) {
        Method method = methodAt(address);
        if (method == null) {
            return "in no Java method";
        }
        int line = -1;
        for (int i = 0; i < method.lines().size() && method.lines().get(i) <= address - method.address(); i += 2) {
            line = method.lines().get(i + 1);
        }
        return method.name() + " (" + method.file() + (line < 0 ? "" : ":" + line) + ")";
    }

    /** Returns the things whose name contains {@code text}, each with the chain of what asked for it, outermost last. */
    public Map<String, List<String>> why(String text) {
        Map<String, List<String>> found = new TreeMap<>();
        for (String thing : reasons.keySet()) {
            if (thing.contains(text)) {
                found.put(thing, path(thing));
            }
        }
        return found;
    }

    /** Returns the chain of what asked for the thing of exactly that name, the thing itself first; empty if the image does not hold it. */
    public List<String> path(String thing) {
        Set<String> path = new LinkedHashSet<>();
        for (String each = reasons.containsKey(thing) ? thing : null; each != null && path.add(each);) {
            each = reasons.get(each);
        }
        return List.copyOf(path);
    }

    /** Writes the map as JSON. */
    public void write(Path file) {
        try {
            new ObjectMapper().writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw UserProblem.failure("the image map " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Reads a map that {@link #write} wrote. */
    public static ImageMap read(Path file) {
        try {
            return new ObjectMapper().readValue(file.toFile(), ImageMap.class);
        } catch (IOException e) {
            throw UserProblem.failure("the image map " + file + " cannot be read: build the image again with 'bulkhead image'", e);
        }
    }
}
