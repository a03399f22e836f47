package org.bulkhead.boot.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bulkhead.builder.cli.Images;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.builder.volume.VolumeContents;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A JUnit 5 extension that builds images with the isolates under test, and boots them in Bochs or QEMU.
 *
 * <pre>
 * &#64;RegisterExtension
 * final BootTestkit kit = new BootTestkit();
 *
 * &#64;Test
 * void theClientCarriesOnWhenItsDriverDies() {
 *     BootedMachine machine = kit.boot(kit.image(ClockDriver.class, ClockProgram.class), EmulatorKind.QEMU);
 *     machine.awaitPrompt();
 *     machine.kill("clock0");
 *     machine.awaitLine("^clock: tick 10$");
 *     machine.halt();
 * }
 * </pre>
 *
 * <p>Machines are stopped and their files removed when the test is over. If it has failed, what they have printed is kept in the folder {@code target/boot-testkit/CLASS.METHOD}. Images are kept
 * there as well, and built again only when something has changed.
 */
public final class BootTestkit implements BeforeEachCallback, AfterEachCallback {
    /** Host time that a machine has if the test says nothing. */
    public static final Duration LIMIT = Duration.ofMinutes(3);

    private static final Path FOLDER = Path.of("target", "boot-testkit");
    private static final String LOCK = "lock";

    private final List<BootedMachine> machines = new ArrayList<>();
    private final List<Path> copies = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        machines.clear();
        copies.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        try {
            if (context.getExecutionException().isPresent()) {
                keepOutput(FOLDER.resolve(context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName()), context.getExecutionException().get());
            }
        } finally {
            machines.forEach(BootedMachine::stop);
            for (Path each : copies) {
                Files.delete(each);
            }
        }
    }

    private void keepOutput(Path folder, Throwable failure) throws IOException {
        for (int i = 0; i < machines.size(); i++) {
            Path to = machines.size() == 1 ? folder : folder.resolve(Integer.toString(i));
            machines.get(i).keepOutput(to);
            failure.addSuppressed(new AssertionError("what the machine printed is kept in " + to.toAbsolutePath()));
        }
    }

    /**
     * {@return an image of the shipped system and of some more programs}
     *
     * @param programs isolates' classes; everything in the class folder or jar that each comes from can be used by it
     */
    public Path image(Class<?>... programs) {
        return image(BootSet.SHIPPING, programs);
    }

    /**
     * {@return an image of a set of the builder's and of some more programs}
     *
     * @param set what is in the image besides {@code programs}
     * @param programs isolates' classes; everything in the class folder or jar that each comes from can be used by it
     */
    public Path image(BootSet set, Class<?>... programs) {
        return image(set, VolumeContents.NONE, programs);
    }

    /**
     * {@return an image of a set of the builder's and of some more programs, with a system volume} Open the volume with {@link org.bulkhead.builder.volume.ImageVolume}; a booted machine has a copy of its own,
     * {@link BootedMachine#disk}.
     *
     * @param set what is in the image besides {@code programs}
     * @param volumeMegabytes size of the volume in MiB
     * @param programs isolates' classes; everything in the class folder or jar that each comes from can be used by it
     */
    public Path image(BootSet set, int volumeMegabytes, Class<?>... programs) {
        Set<Path> classPath = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        StringBuilder file = new StringBuilder(set.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        for (Class<?> each : programs) {
            classPath.add(origin(each));
            names.add(each.getName());
            file.append('-').append(each.getSimpleName());
        }
        if (volumeMegabytes != VolumeContents.NONE) {
            file.append("-volume").append(volumeMegabytes);
        }
        return build(set, List.copyOf(classPath), names, volumeMegabytes, FOLDER.resolve(file + ".img"));
    }

    /**
     * {@return a copy of an image that has files on its system volume: jars, for a test that installs programs into the running system}
     *
     * @param image with a system volume
     * @param files by their paths, such as {@code /modules/printer.jar}; see {@link #jar}
     */
    public Path withFiles(Path image, Map<String, byte[]> files) {
        try {
            Path copy = Files.createTempFile(FOLDER, "with-files-", ".img");
            copies.add(copy);
            Files.copy(image, copy, StandardCopyOption.REPLACE_EXISTING);
            try (ImageVolume volume = ImageVolume.open(copy)) {
                volume.put(files);
            }
            return copy.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return a jar of everything in the class folder that a program comes from, as Maven makes it; if that is a jar, its bytes}
     *
     * @param program an isolate's class
     */
    public static byte[] jar(Class<?> program) {
        Path origin = origin(program);
        try {
            if (Files.isRegularFile(origin)) {
                return Files.readAllBytes(origin);
            }
            ByteArrayOutputStream jar = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(jar); Stream<Path> files = Files.walk(origin)) {
                for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    zip.putNextEntry(new ZipEntry(origin.relativize(each).toString()));
                    Files.copy(each, zip);
                }
            }
            return jar.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(type.getName() + " comes from no file", e);
        }
    }

    private static Path build(BootSet set, List<Path> classPath, List<String> programs, int volumeMegabytes, Path file) {
        StringWriter messages = new StringWriter();
        try {
            Files.createDirectories(FOLDER);
            // Test classes may run in several processes at a time.
            try (FileChannel channel = FileChannel.open(FOLDER.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                return Images.ensure(set, classPath, programs, volumeMegabytes, file, new PrintWriter(messages)).toAbsolutePath();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Boots an image in an emulator, with the machine that {@link EmulatorConfig} describes and {@link #LIMIT} of host time.
     *
     * @param image a file made by {@link #image}
     * @param kind which emulator
     * @return the machine, which runs
     */
    public BootedMachine boot(Path image, EmulatorKind kind) {
        return boot(EmulatorConfig.of(image).withKind(kind).withTimeout(LIMIT));
    }

    /**
     * Boots a machine as a configuration says.
     *
     * @param config image, emulator, disks and limits
     * @return the machine, which runs
     */
    public BootedMachine boot(EmulatorConfig config) {
        BootedMachine machine = new BootedMachine(Emulator.start(config));
        machines.add(machine);
        return machine;
    }
}
