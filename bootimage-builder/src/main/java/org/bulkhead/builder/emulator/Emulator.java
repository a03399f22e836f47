package org.bulkhead.builder.emulator;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.disk.DiskImage;

/** Starts machines. */
public final class Emulator {
    /** Files in a run's folder that take the emulator's own output. */
    static final String OUTPUT = "emulator.out";
    static final String ERRORS = "emulator.err";

    private static final long LOCKED_BYTES = 1;

    private Emulator() {}

    /** Returns whether the emulator's program is on the search path. */
    public static boolean isInstalled(EmulatorKind kind) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, kind.command()))) {
                return true;
            }
        }
        return false;
    }

    /** Starts a machine whose serial line is only collected. */
    public static EmulatorRun start(EmulatorConfig config) {
        return start(config, piece -> {});
    }

    /**
     * Starts a machine in a folder of its own, which {@link EmulatorRun#close} removes.
     *
     * @param listener is given what the system prints, as it comes, on another thread
     * @throws UserProblem if the emulator is not installed, or a disk cannot be used
     */
    public static EmulatorRun start(EmulatorConfig config, Consumer<String> listener) {
        EmulatorKind kind = config.kind();
        requireInstalled(kind);
        requireDisks(config);
        RunFolder folder = RunFolder.create();
        try {
            return start(config, listener, folder);
        } catch (IOException e) {
            folder.close();
            throw UserProblem.failure("cannot start " + kind.command() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    static void requireInstalled(EmulatorKind kind) {
        if (!isInstalled(kind)) {
            throw UserProblem.failure(kind.command() + " is not installed: run scripts/setup (or apt-get install " + kind.packages() + ")");
        }
    }

    static void requireDisks(EmulatorConfig config) {
        requireDisk(config.image(), "image", "build it with scripts/bulkhead image");
        config.secondDisk().ifPresent(disk -> requireDisk(disk, "disk", "enlarge it with truncate --size=%" + DiskImage.SECTOR_SIZE + " " + disk));
    }

    /** Gives a run's folder a copy of the boot image and a link to the second disk, which is locked as long as the folder is open. */
    static void layDisks(EmulatorConfig config, RunFolder folder) throws IOException {
        Path path = folder.path();
        Files.copy(config.image(), path.resolve(Machine.BOOT_DISK));
        path.resolve(Machine.BOOT_DISK).toFile().setWritable(true);
        if (config.secondDisk().isPresent()) {
            // A link, so that an emulator's own lock files stay in the run's folder and no name needs quoting.
            Path disk = config.secondDisk().get();
            folder.keepOpen(lock(disk));
            Files.createSymbolicLink(path.resolve(Machine.SECOND_DISK), disk.toRealPath());
        }
    }

    private static EmulatorRun start(EmulatorConfig config, Consumer<String> listener, RunFolder folder) throws IOException {
        Path path = folder.path();
        layDisks(config, folder);
        ServerSocket serial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        folder.keepOpen(serial);
        Machine machine = config.kind() == EmulatorKind.BOCHS ? new BochsMachine() : new QemuMachine();
        List<String> command = machine.prepare(config, folder, serial.getLocalPort());
        ProcessBuilder builder = new ProcessBuilder(command).directory(path.toFile())
                .redirectInput(config.display() == Display.ATTENDED ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(path.resolve(OUTPUT).toFile())
                .redirectError(path.resolve(ERRORS).toFile());
        builder.environment().put("TERM", "vt100");
        Process process = builder.start();
        if (config.kind() == EmulatorKind.BOCHS && config.display() == Display.UNATTENDED) {
            ScreenDrain.start(process, path.resolve(ERRORS));
        }
        return new EmulatorRun(config, machine, folder, process, serial, new SerialText(listener));
    }

    private static void requireDisk(Path file, String what, String remedyForSize) {
        try {
            if (Files.isDirectory(file)) {
                throw UserProblem.failure(what + " " + file + " is a folder: name a file");
            }
            if (!Files.exists(file)) {
                throw UserProblem.failure(what + " " + file + " does not exist: check the name");
            }
            if (!Files.isRegularFile(file)) {
                throw UserProblem.failure(what + " " + file + " is no ordinary file: copy it into one");
            }
            if (!Files.isReadable(file)) {
                throw UserProblem.failure(what + " " + file + " cannot be read: check its permissions");
            }
            long size = Files.size(file);
            if (size == 0 || size % DiskImage.SECTOR_SIZE != 0) {
                throw UserProblem.failure(what + " " + file + " has " + size + " bytes, not a multiple of " + DiskImage.SECTOR_SIZE + ": " + remedyForSize);
            }
        } catch (IOException e) {
            throw UserProblem.failure(what + " " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Locks the first byte only, so as not to disturb locks that the emulator itself takes further on. */
    private static FileChannel lock(Path disk) throws IOException {
        if (!Files.isWritable(disk)) {
            throw UserProblem.failure("disk " + disk + " cannot be written: check its permissions");
        }
        FileChannel channel = FileChannel.open(disk, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock(0, LOCKED_BYTES, false);
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw UserProblem.failure("disk " + disk + " is in use by another machine: stop that one first");
        }
        return channel;
    }
}
