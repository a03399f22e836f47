package org.bulkhead.builder;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the class files that go into images among those that the builder itself runs from. */
public final class ImageClassPath {
    private static final List<String> MARKERS = List.of(
        "org.bulkhead.vm.magic.Address", "org.bulkhead.vm.runtime.ImageInfo", "com.jcraft.jzlib.JZlib", "org.bulkhead.nucleus.abi.SystemCall",
        "org.bulkhead.nucleus.kernel.NucleusCalls", "org.bulkhead.isolate.manifest.Manifest", "org.bulkhead.isolate.Isolate", "org.bulkhead.volume.FatVolume", "org.bulkhead.servers.supervisor.Supervisor",
        "org.bulkhead.drivers.ata.AtaDriver");

    /** What compiles on the host, and in the running system. */
    private static final List<String> COMPILER = List.of("org.bulkhead.vm.compiler.Compiler", "org.bulkhead.vm.linker.Closure", "org.bulkhead.vm.verifier.Verifier", "org.bulkhead.modules.ModuleException",
        "org.objectweb.asm.ClassReader", "org.objectweb.asm.tree.ClassNode", "org.objectweb.asm.tree.analysis.Analyzer", "org.objectweb.asm.commons.Remapper");

    /** What isolates are written against. */
    private static final List<String> API = List.of("org.bulkhead.vm.magic.Address", "org.bulkhead.nucleus.abi.SystemCall", "org.bulkhead.isolate.manifest.Manifest", "org.bulkhead.isolate.Isolate");

    private static final List<String> TOOLS = List.of("org.bulkhead.builder.ImageClassPath");

    private ImageClassPath() {}

    /** Returns the jars and class folders of the VM, the nucleus, the servers and the drivers, then {@code more}, then the compiler's and those of ASM, so that a program may bring an ASM of its own. */
    public static List<Path> with(List<Path> more) {
        Set<Path> paths = placesOf(MARKERS);
        paths.addAll(more);
        paths.addAll(placesOf(COMPILER));
        return new ArrayList<>(paths);
    }

    /** Returns the jars and class folders of what isolates are written against. */
    public static List<Path> api() {
        return new ArrayList<>(placesOf(API));
    }

    /** Returns the jars and class folders of the builder, which is in no image and decides what it is made of. */
    public static List<Path> tools() {
        return new ArrayList<>(placesOf(TOOLS));
    }

    private static Set<Path> placesOf(List<String> markers) {
        Set<Path> paths = new LinkedHashSet<>();
        for (String marker : markers) {
            try {
                paths.add(Path.of(Class.forName(marker, false, ImageClassPath.class.getClassLoader()).getProtectionDomain().getCodeSource().getLocation().toURI()));
            } catch (ClassNotFoundException e) {
                // Whoever needs a class of that module will miss it by name.
                continue;
            } catch (URISyntaxException e) {
                throw UserProblem.failure("the builder runs from a place that is no file: " + e.getInput(), e);
            }
        }
        return paths;
    }
}
