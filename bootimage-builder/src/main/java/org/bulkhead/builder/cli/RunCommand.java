package org.bulkhead.builder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.Emulator;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorRun;
import org.bulkhead.builder.emulator.Ending;
import org.bulkhead.builder.emulator.MachineTime;
import org.bulkhead.builder.emulator.Network;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.postmortem.Postmortem;
import org.bulkhead.builder.volume.ImageVolume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Boots an image and connects its serial console with this terminal. */
@Command(name = "run", sortOptions = false, description = "Boots an image, with its console on this terminal.",
        footer = {"", "Exit status: 0 when the system switched itself off or --until was met, otherwise 1.",
            "Control-C ends the machine."})
final class RunCommand implements Callable<Integer> {
    /** A day: nobody who sits at the console is thrown out. */
    private static final Duration INTERACTIVE_LIMIT = Duration.ofDays(1);
    private static final Duration HEADLESS_LIMIT = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "IMAGE", description = "The image; default: target/bulkhead.img, built if need be.")
    private Path image;

    @Mixin
    private MachineOptions machine;

    @Option(names = "--headless", description = "Only print; take no input.")
    private boolean headless;

    @Option(names = "--until", paramLabel = "REGEX", description = "End with success when a line matches.")
    private String until;

    @Option(names = "--disk", paramLabel = "FILE", description = "A second disk, which the system reads and writes in place.")
    private Path disk;

    @Option(names = "--network", description = "Give the machine a network card, connected to a network that the emulator makes up.")
    private boolean network;

    @Option(names = "--keep", description = "Keep what the system writes to its volume: when the machine has ended, IMAGE has it.")
    private boolean keep;

    @Override
    public Integer call() {
        Pattern condition = condition();
        PrintWriter out = spec.commandLine().getOut();
        EmulatorConfig config = machine.config(image == null ? Images.ensure(BootSet.SHIPPING, spec.commandLine().getErr()) : image, headless ? HEADLESS_LIMIT : INTERACTIVE_LIMIT);
        if (disk != null) {
            config = config.withSecondDisk(disk);
        }
        if (network) {
            config = config.withNetwork(Network.USER);
        }
        config = config.withRestarts().withTime(headless ? MachineTime.HOST : MachineTime.LIVE);
        CountDownLatch heard = new CountDownLatch(1);
        try (EmulatorRun run = Emulator.start(config, piece -> {
            heard.countDown();
            out.print(piece);
            out.flush();
        }); RawTerminal terminal = headless ? null : RawTerminal.open()) {
            if (!headless) {
                startTyping(run, heard);
            }
            try {
                if (condition != null) {
                    run.awaitLine(condition.pattern());
                    out.println();
                    return 0;
                }
                return report(run, run.awaitEnd());
            } finally {
                keepDump(run, config.image());
                if (keep) {
                    ImageVolume.copy(run.bootDisk(), config.image());
                }
            }
        }
    }

    private void keepDump(EmulatorRun run, Path booted) {
        if (Postmortem.keepDump(run.bootDisk(), booted)) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("bulkhead: the nucleus gave up, and left a dump: read it with bulkhead postmortem " + booted);
            err.flush();
        }
    }

    private Pattern condition() {
        try {
            return until == null ? null : Pattern.compile(until);
        } catch (PatternSyntaxException e) {
            throw UserProblem.usage("--until " + until + " is no regular expression: " + e.getDescription());
        }
    }

    private int report(EmulatorRun run, Ending ending) {
        spec.commandLine().getOut().flush();
        switch (ending) {
            case POWERED_OFF:
                return 0;
            case TIMED_OUT:
                throw UserProblem.failure("the time was up before the system switched itself off; " + run.tail());
            case CRASHED:
                throw UserProblem.failure("the machine crashed: " + run.emulatorMessage());
            default:
                throw UserProblem.failure("the emulator failed: " + run.emulatorMessage());
        }
    }

    /** Types what comes on standard input, once the system has been heard: before, nobody has set up the serial port, which would lose it. */
    private static void startTyping(EmulatorRun run, CountDownLatch heard) {
        Thread typist = new Thread(() -> {
            byte[] keys = new byte[256];
            InputStream in = System.in;
            try {
                heard.await();
                for (int count = in.read(keys); count >= 0; count = in.read(keys)) {
                    run.type(new String(keys, 0, count, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException | UserProblem | InterruptedException e) {
                // The machine has ended, or the input has: nothing more to type.
            }
        }, "typist");
        typist.setDaemon(true);
        typist.start();
    }
}
