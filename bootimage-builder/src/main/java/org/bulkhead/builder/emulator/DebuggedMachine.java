package org.bulkhead.builder.emulator;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;

/**
 * A Bochs machine that is led by its debugger: it runs from one stop to the next, and while it is stopped its registers and its memory can be read and changed.
 *
 * <p>Bochs takes commands from a pipe and answers on another, where port E9 is written too: what the system prints, stops and answers come in one order, and the same commands give the same run.
 * Not for several threads at a time.
 */
public final class DebuggedMachine implements AutoCloseable {
    /** Why the machine stopped. */
    public enum Cause {
        /** A breakpoint was reached. */
        BREAKPOINT,
        /** The time given to {@link #run} has passed. */
        TIME,
        /** The machine is gone: switched off, crashed, or the emulator failed. */
        ENDED
    }

    /** Bits of the code segment's selector that say in which ring the processor is. */
    private static final int RING_MASK = 3;
    private static final int BUFFER_SIZE = 1 << 16;
    /** The system's output comes byte by byte; to wake up for each of them takes more time than to run the machine. */
    private static final long RUN_PIECE_NANOS = 200_000;
    /** A device that is driven wrongly goes on, as real ones do, where Bochs would rather stop; not so the processor. */
    private static final String TOLERANT = "panic: action=report, cpu0=fatal\n";
    private static final Pattern STOP = Pattern.compile("\\(0\\) (?:Breakpoint (\\d+), [^\\n]*|(Caught time breakpoint))\\nNext at t=(\\d+)\\n\\(0\\) \\[0x[0-9a-f]+\\] ([0-9a-f]+):([0-9a-f]+)[^\\n]*\\n$");
    private static final Pattern STEPPED = Pattern.compile("Next at t=(\\d+)\\n\\(0\\) \\[0x[0-9a-f]+\\] ([0-9a-f]+):([0-9a-f]+)[^\\n]*\\n$");
    private static final Pattern REGISTER = Pattern.compile("(?m)^([a-z0-9]{2,3}) ?: ([0-9a-f]{8})_([0-9a-f]{8})");
    private static final Pattern CELL = Pattern.compile("\\t0x([0-9a-f]+)");
    private static final Pattern CR3 = Pattern.compile("CR3=0x([0-9a-f]+)");
    private static final Pattern MAPPING = Pattern.compile("0x([0-9a-f]+)-0x([0-9a-f]+) -> 0x([0-9a-f]+)-0x[0-9a-f]+");

    private final RunFolder folder;
    private final Process process;
    private final DebuggerPipe debugger;
    private final Thread cleaner;
    private final StringBuilder console = new StringBuilder();
    private final AtomicBoolean closed = new AtomicBoolean();
    private int breakpoints;
    private long ticks;
    private long alarm = Long.MAX_VALUE;
    private long programCounter;
    private int ring;

    private DebuggedMachine(RunFolder folder, Process process, ServerSocket serial) {
        this.folder = folder;
        this.process = process;
        this.debugger = new DebuggerPipe(process);
        this.cleaner = new Thread(this::stop, "end of a debugged machine");
        Runtime.getRuntime().addShutdownHook(cleaner);
        Thread drain = new Thread(() -> drain(serial), "serial line of a debugged machine");
        drain.setDaemon(true);
        drain.start();
    }

    /**
     * Starts a machine, which waits before its first instruction.
     *
     * @param config of a machine in Bochs; its timeout counts for each single stop
     * @throws UserProblem if Bochs is not installed or does not start, or a disk cannot be used
     */
    public static DebuggedMachine start(EmulatorConfig config) {
        Emulator.requireInstalled(EmulatorKind.BOCHS);
        Emulator.requireDisks(config);
        RunFolder folder = RunFolder.create();
        try {
            Emulator.layDisks(config, folder);
            ServerSocket serial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            folder.keepOpen(serial);
            new BochsMachine().prepare(config, folder, serial.getLocalPort());
            Files.writeString(folder.path().resolve("bochsrc"), TOLERANT, StandardOpenOption.APPEND);
            ProcessBuilder builder = new ProcessBuilder(EmulatorKind.BOCHS.command(), "-q", "-f", "bochsrc").directory(folder.path().toFile())
                    .redirectError(new File(folder.path().toFile(), Emulator.ERRORS));
            builder.environment().put("TERM", "vt100");
            Process process = builder.start();
            ScreenDrain.start(process, folder.path().resolve(Emulator.ERRORS));
            DebuggedMachine machine = new DebuggedMachine(folder, process, serial);
            if (!machine.debugger.begins()) {
                machine.close();
                throw UserProblem.failure("Bochs does not start; its debugger is needed: try scripts/bulkhead run");
            }
            return machine;
        } catch (IOException e) {
            folder.close();
            throw UserProblem.failure("cannot start Bochs: " + e.getMessage(), e);
        }
    }

    /** Returns the ticks that the machine has run: instructions, and halted time at the rate of instructions. */
    public long ticks() {
        return ticks;
    }

    /** Returns the address of the next instruction. */
    public long programCounter() {
        return programCounter;
    }

    /** Returns whether the processor is stopped in ring 0. */
    public boolean inNucleus() {
        return ring == 0;
    }

    /** Returns all that the system has written to port E9. */
    public CharSequence console() {
        return console;
    }

    /** Makes a breakpoint at a linear address, enabled, and returns its number. There can be 16. */
    public int breakAt(long address) {
        String answer = send("lb 0x" + Long.toHexString(address));
        if (answer.contains("Error")) {
            throw new IllegalStateException("the debugger refuses a breakpoint: " + answer.strip());
        }
        return ++breakpoints;
    }

    /** Lets breakpoints be passed until {@link #enable}. */
    public void disable(int breakpoint) {
        send("bpd " + breakpoint);
    }

    /** Makes a disabled breakpoint stop the machine again. */
    public void enable(int breakpoint) {
        send("bpe " + breakpoint);
    }

    /** Removes a breakpoint. */
    public void delete(int breakpoint) {
        send("d " + breakpoint);
    }

    /** A stop: why, at which breakpoint (0 if none), and what the system wrote to port E9 since the last stop. */
    public record Stop(Cause cause, int breakpoint, String text) {}

    /** Lets the machine run until a breakpoint, or until it has run {@code limit} more ticks (or a little more, always the same). */
    public Stop run(long limit) {
        long end = ticks + limit;
        int from = console.length();
        while (true) {
            if (alarm <= ticks || alarm > end) {
                // Alarms cannot be taken back: an earlier one that is still set wakes us, and then the next is set.
                send("sb " + (end - ticks));
                alarm = end;
            }
            String answer = debugger.send(RUN_PIECE_NANOS, "c");
            Matcher matcher = STOP.matcher(answer);
            if (debugger.hasEnded() || !matcher.find()) {
                debugger.end();
                console.append(answer.startsWith("c\n") ? answer.substring(2) : answer);
                return new Stop(Cause.ENDED, 0, console.substring(from));
            }
            console.append(answer, answer.startsWith("c\n") ? 2 : 0, matcher.start());
            stoppedAt(matcher, 3);
            if (matcher.group(1) != null) {
                return new Stop(Cause.BREAKPOINT, Integer.parseInt(matcher.group(1)), console.substring(from));
            }
            alarm = Long.MAX_VALUE;
            if (ticks >= end) {
                return new Stop(Cause.TIME, 0, console.substring(from));
            }
        }
    }

    /** Executes one instruction. */
    public void step() {
        Matcher matcher = STEPPED.matcher(send("s"));
        if (matcher.find()) {
            stoppedAt(matcher, 1);
        }
    }

    private void stoppedAt(Matcher matcher, int group) {
        ticks = Long.parseLong(matcher.group(group));
        ring = Integer.parseInt(matcher.group(group + 1), 16) & RING_MASK;
        programCounter = Long.parseUnsignedLong(matcher.group(group + 2), 16);
    }

    /** Returns the general registers and rip, by name. */
    public Map<String, Long> registers() {
        Map<String, Long> registers = new LinkedHashMap<>();
        for (Matcher matcher = REGISTER.matcher(send("r")); matcher.find();) {
            registers.put(matcher.group(1), Long.parseUnsignedLong(matcher.group(2) + matcher.group(3), 16));
        }
        return registers;
    }

    /** Changes registers. */
    public void setRegisters(Map<String, Long> values) {
        send(setting(values).toArray(String[]::new));
    }

    private static List<String> setting(Map<String, Long> values) {
        return values.entrySet().stream().map(each -> "set " + each.getKey() + "=0x" + Long.toHexString(each.getValue())).toList();
    }

    /** Returns the physical address of the page tables in use, which tells address spaces apart. */
    public long addressSpace() {
        Matcher matcher = CR3.matcher(send("creg"));
        return matcher.find() ? Long.parseUnsignedLong(matcher.group(1), 16) : 0;
    }

    /** A range of linear addresses and the physical address where it begins. */
    public record Mapping(long first, long last, long physical) {}

    /** Returns what the page tables in use map, in order. */
    public List<Mapping> mappings() {
        List<Mapping> found = new ArrayList<>();
        for (Matcher matcher = MAPPING.matcher(send("info tab")); matcher.find();) {
            found.add(new Mapping(Long.parseUnsignedLong(matcher.group(1), 16), Long.parseUnsignedLong(matcher.group(2), 16), Long.parseUnsignedLong(matcher.group(3), 16)));
        }
        return found;
    }

    /** Returns bytes of physical memory. */
    public byte[] memory(long physical, int count) {
        byte[] bytes = new byte[count];
        Matcher matcher = CELL.matcher(send("xp /" + count + "bx 0x" + Long.toHexString(physical)));
        for (int i = 0; i < count && matcher.find(); i++) {
            bytes[i] = (byte) Integer.parseInt(matcher.group(1), 16);
        }
        return bytes;
    }

    /** Changes physical memory, of which the processor may not have decoded instructions: see {@link CodePatcher}. */
    public void setMemory(long physical, byte[] bytes) {
        String[] lines = new String[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            lines[i] = "setpmem 0x" + Long.toHexString(physical + i) + " 1 0x" + HexFormat.of().toHexDigits(bytes[i]);
        }
        send(lines);
    }

    private String send(String... lines) {
        return debugger.send(0, lines);
    }

    /** Nobody reads the serial line, and the machine must not wait for it. */
    private static void drain(ServerSocket server) {
        byte[] bytes = new byte[BUFFER_SIZE];
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            while (in.read(bytes) >= 0) {
                continue;
            }
        } catch (IOException e) {
            // The machine is gone.
        }
    }

    private void stop() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            debugger.close();
            stop();
            try {
                Runtime.getRuntime().removeShutdownHook(cleaner);
            } catch (IllegalStateException e) {
                // This program is ending already.
            }
        }
    }
}
