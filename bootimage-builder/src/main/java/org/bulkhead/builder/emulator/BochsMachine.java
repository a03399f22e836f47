package org.bulkhead.builder.emulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.disk.DiskImage;

/**
 * Bochs with its clock counting instructions, so that equal runs are equal.
 *
 * <p>Debian's Bochs has the debugger compiled in: it waits for a command, which the file {@code rc} gives. Standard output has the
 * debugger's first prompt, then the bytes of port E9, then the debugger's last words.
 */
final class BochsMachine implements Machine {
    /** Name of Bochs's log in the run's folder. */
    static final String LOG = "bochs.log";

    /** Keys and pointer are looked at as often as the picture is drawn, and more than a few keys at a time are too many for a keyboard. */
    private static final String ATTENTIVE = "vga: extension=vbe, update_freq=60\n";
    private static final Path BIOS = Path.of("/usr/share/bochs/BIOS-bochs-latest");
    private static final Path VGA_BIOS = Path.of("/usr/share/bochs/VGABIOS-lgpl-latest");
    /** Friday, 31 December 1999, 23:00 UTC: every run begins at the same time. */
    private static final long START_TIME = 946_681_200L;
    private static final String SLIRP_SCRIPT = "slirp.conf";
    private static final String SHUTDOWN_MESSAGE = "Shutdown port: shutdown requested";
    private static final Pattern EXIT_MESSAGE = Pattern.compile("Bochs is exiting with the following message:\\R([^\\n]*)");
    private static final Pattern FIRST_PROMPT = Pattern.compile("(?m)^\\(0\\) \\[.*\\R");
    /** What the debugger says when it is called in the middle of a run. */
    private static final Pattern INTERLUDE = Pattern.compile("(?m)^Next at t=.*\\R\\(0\\) \\[.*\\R(?:<bochs:\\d+> (?:writemem .*\\R|c\\R)?)*");
    private static final Pattern LAST_WORDS = Pattern.compile("(?m)^\\(0\\)\\.\\[\\d+\\]");

    @Override
    public List<String> prepare(EmulatorConfig config, RunFolder runFolder, int serialPort) throws IOException {
        Path folder = runFolder.path();
        boolean attended = config.display() == Display.ATTENDED;
        requireFirmware(BIOS, "bochsbios");
        requireFirmware(VGA_BIOS, "vgabios");
        StringBuilder text = new StringBuilder();
        text.append(attended ? "display_library: rfb, options=\"timeout=0\"\n" + ATTENTIVE : "display_library: term\n")
                .append("romimage: file=").append(BIOS).append('\n')
                .append("vgaromimage: file=").append(VGA_BIOS).append('\n')
                .append("megs: ").append(config.memoryMegabytes()).append('\n')
                .append("cpu: model=corei7_haswell_4770, ips=100000000, reset_on_triple_fault=0\n")
                .append("clock: sync=").append(synchronization(config.time())).append(", time0=").append(START_TIME).append('\n')
                .append("boot: disk\n")
                .append(disk("ata0-master", folder, BOOT_DISK));
        if (config.secondDisk().isPresent()) {
            text.append(disk("ata0-slave", folder, SECOND_DISK));
        }
        text.append("pci: enabled=1, chipset=i440fx");
        switch (config.network()) {
            case NONE -> text.append('\n');
            case USER -> {
                text.append(", slot1=ne2k\n")
                        .append("ne2k: card=0, enabled=1, type=pci, mac=").append(STATION_ADDRESS).append(", ethmod=slirp, script=").append(SLIRP_SCRIPT).append('\n');
                Files.writeString(folder.resolve(SLIRP_SCRIPT), "# slirp config\n");
            }
        }
        text.append("com1: enabled=1, mode=socket-client, dev=localhost:").append(serialPort).append('\n')
                .append("parport1: enabled=1, file=").append(PAPER).append('\n')
                .append("sound: waveoutdrv=dummy, waveindrv=dummy, midioutdrv=dummy\n")
                .append("speaker: enabled=0\n")
                .append("port_e9_hack: enabled=1\n")
                .append("log: " + LOG + "\n")
                .append("panic: action=fatal\n");
        Files.writeString(folder.resolve("bochsrc"), text);
        Files.writeString(folder.resolve("rc"), "c\n");
        return List.of(EmulatorKind.BOCHS.command(), "-q", "-f", "bochsrc", "-rc", "rc");
    }

    private static String synchronization(MachineTime time) {
        return switch (time) {
            case HOST, INSTRUCTIONS -> "none";
            case LIVE -> "slowdown";
        };
    }

    @Override
    public Desk desk(Process process, RunFolder folder) {
        return new BochsDesk(process, folder);
    }

    @Override
    public Ending ending(int exitStatus, Path folder) throws IOException {
        String message = message(folder);
        if (message.contains(SHUTDOWN_MESSAGE)) {
            return Ending.POWERED_OFF;
        }
        return message.contains("[CPU") ? Ending.CRASHED : Ending.EMULATOR_FAILED;
    }

    @Override
    public String debugConsole(Path folder) throws IOException {
        String text = new String(Files.readAllBytes(folder.resolve(Emulator.OUTPUT)), StandardCharsets.ISO_8859_1);
        Matcher first = FIRST_PROMPT.matcher(text);
        int begin = first.find() ? first.end() : text.length();
        Matcher last = LAST_WORDS.matcher(text);
        int end = last.find(begin) ? last.start() : text.length();
        return INTERLUDE.matcher(text.substring(begin, end)).replaceAll("").replace("\r", "");
    }

    @Override
    public String message(Path folder) throws IOException {
        String text = new String(Files.readAllBytes(folder.resolve(Emulator.ERRORS)), StandardCharsets.ISO_8859_1);
        Matcher matcher = EXIT_MESSAGE.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static String disk(String place, Path folder, String name) throws IOException {
        Geometry geometry = Geometry.of(Files.size(folder.resolve(name)) / DiskImage.SECTOR_SIZE);
        return place + ": type=disk, path=" + name + ", mode=flat, cylinders=" + geometry.tellableCylinders() + ", heads=" + geometry.heads()
                + ", spt=" + geometry.sectors() + "\n";
    }

    private static void requireFirmware(Path file, String packageName) {
        if (!Files.isReadable(file)) {
            throw UserProblem.failure(file + " is missing: run scripts/setup (or apt-get install " + packageName + ")");
        }
    }
}
