package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** QEMU with its own translator (no KVM), which runs anywhere. */
final class QemuMachine implements Machine {
    private static final String DEBUG_CONSOLE = "e9.txt";

    /** Where QEMU's machine protocol connects, null if nobody sits at the screen. */
    private ServerSocket protocol;

    @Override
    public List<String> prepare(EmulatorConfig config, RunFolder folder, int serialPort) throws IOException {
        List<String> command = new ArrayList<>(List.of(EmulatorKind.QEMU.command(),
                "-nodefaults", "-machine", "pc,accel=tcg", "-cpu", "max", "-m", Integer.toString(config.memoryMegabytes()),
                "-vga", "std", "-display", "none",
                "-rtc", "base=1999-12-31T23:00:00",
                "-drive", "file=" + BOOT_DISK + ",format=raw,if=ide,index=0"));
        if (config.secondDisk().isPresent()) {
            command.addAll(List.of("-drive", "file=" + SECOND_DISK + ",format=raw,if=ide,index=1"));
        }
        switch (config.time()) {
            case HOST, LIVE -> { }
            // 8 ns an instruction, about what Bochs's machine has; no sleeping while the machine waits.
            case INSTRUCTIONS -> command.addAll(List.of("-icount", "shift=3,sleep=off"));
        }
        switch (config.reset()) {
            case IS_A_CRASH -> command.add("-no-reboot");
            case STARTS_ANEW -> { }
        }
        switch (config.network()) {
            case NONE -> { }
            // Without the card's own boot program, which this machine does not need and QEMU may not have.
            case USER -> command.addAll(List.of("-netdev", "user,id=user", "-device", "ne2k_pci,netdev=user,romfile=,mac=" + STATION_ADDRESS));
        }
        command.addAll(List.of("-serial", "tcp:127.0.0.1:" + serialPort,
                "-parallel", "file:" + PAPER,
                "-debugcon", "file:" + DEBUG_CONSOLE,
                "-device", "isa-debug-exit,iobase=0xf4,iosize=4"));
        if (config.display() == Display.ATTENDED) {
            protocol = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            folder.keepOpen(protocol);
            command.addAll(List.of("-qmp", "tcp:127.0.0.1:" + protocol.getLocalPort()));
        }
        return command;
    }

    @Override
    public Desk desk(Process process, RunFolder folder) {
        return new QemuDesk(protocol, folder);
    }

    /**
     * The exit device ends QEMU with twice the written value plus one; a triple fault with {@code -no-reboot} with 0. A QEMU that cannot
     * start ends with 1 as well, but says why.
     */
    @Override
    public Ending ending(int exitStatus, Path folder) throws IOException {
        if (exitStatus == 0) {
            return Ending.CRASHED;
        }
        return exitStatus % 2 == 1 && (exitStatus > 1 || message(folder).isEmpty()) ? Ending.POWERED_OFF : Ending.EMULATOR_FAILED;
    }

    @Override
    public String debugConsole(Path folder) throws IOException {
        Path file = folder.resolve(DEBUG_CONSOLE);
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("\r", "") : "";
    }

    @Override
    public String message(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(Emulator.ERRORS), StandardCharsets.ISO_8859_1);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }
}
