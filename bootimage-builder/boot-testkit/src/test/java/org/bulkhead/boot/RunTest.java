package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.module.HostLoader;
import org.bulkhead.builder.volume.ImageVolume;
import org.bulkhead.builder.volume.VolumeContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Ordinary Java programs in the system: run from the console, with a library as it comes from Maven Central. */
class RunTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Bytes of 50 pages: with an interface, a proxy class and a lambda. */
    private static final int PLAIN_MODULE_LIMIT = 50 << 12;
    private static final String END_OF_INPUT = "\u0004";
    private static final String KILL = "\u0003";

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    private static void seal(HostLoader loader, Map<String, byte[]> into, String name, byte[]... jars) {
        into.put("/modules/" + name + ".module", loader.make(List.of(jars), name).sealed().toBytes());
    }

    private BootedMachine boot() throws IOException, URISyntaxException {
        Path image = Files.copy(kit.image(BootSet.SHIPPING, VolumeContents.USUAL_MEGABYTES), folder.resolve("image.img"));
        byte[] picocli = Files.readAllBytes(Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        Map<String, byte[]> modules = new LinkedHashMap<>();
        try (ImageVolume volume = ImageVolume.open(image)) {
            HostLoader loader = HostLoader.of(volume);
            seal(loader, modules, "greeter", Jars.program(Greeter.class));
            seal(loader, modules, "lines", Jars.program(Greeter.Lines.class));
            seal(loader, modules, "asking", Jars.program(Asking.class));
            seal(loader, modules, "nothing", Jars.program(Asking.Nothing.class, Asking.Nothing.Line.class));
            seal(loader, modules, "crowd", Jars.program(Crowd.class));
            seal(loader, modules, "sums", Jars.program(Sums.class, Sums.Add.class), picocli);
            volume.put(modules);
        }
        int size = modules.get("/modules/nothing.module").length;
        assertTrue(size < PLAIN_MODULE_LIMIT, "a module that asks for no members has " + size + " bytes");
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withKind(EmulatorKind.BOCHS).withTimeout(LIMIT));
        machine.awaitPrompt();
        return machine;
    }

    @Test
    void programsRunInTheForeground() throws IOException, URISyntaxException {
        BootedMachine machine = boot();
        String greeting = machine.command("run /modules/greeter.module one two");
        assertTrue(greeting.contains("Hello, one and two!\nsum 30, found public static void org.bulkhead.boot.Greeter.main(java.lang.String[]) throws java.lang.Exception\n"), greeting);

        // Longer than a row: what is shown of it while it is typed is the editor's affair, but all of it arrives.
        String words = "a-word-of-a-long-command-line ".repeat(32) + "and the last of them";
        machine.type("run /modules/greeter.module " + words + "\n");
        machine.awaitText("Hello, " + words.replace(" ", " and ") + "!\n");
        machine.awaitPrompt();

        String interfaces = machine.command("run /modules/asking.module");
        assertTrue(interfaces.contains("[java.lang.Comparable<java.lang.Integer>, interface java.lang.constant.Constable, interface java.lang.constant.ConstantDesc]\n"), interfaces);
        String plain = machine.command("run /modules/nothing.module");
        assertTrue(plain.contains("Line of [Ljava.lang.String;\n"), plain);

        machine.type("run /modules/lines.module\n");
        machine.awaitText("ready\n");
        machine.type("first line\n");
        machine.awaitText("FIRST LINE\n");
        machine.type(END_OF_INPUT);
        machine.awaitText("no more lines\n");
        machine.awaitPrompt();
        assertEnds(machine, "leave\n", "lines ended with status 7");
        assertEnds(machine, "fail\n", "java.lang.IllegalStateException: as told\n\tat org.bulkhead.boot.Greeter$Lines.main(Greeter.java:");
        assertEnds(machine, KILL, "lines died of KILLED");

        crowd(machine);

        String sum = machine.command("run /modules/sums.module add --factor 2 1 2 3");
        assertTrue(sum.contains("= 12\n") && sum.contains("sums ended with status 3"), sum);
        String help = machine.command("run /modules/sums.module add x");
        assertTrue(help.contains("Invalid value for positional parameter at index 0..* (NUMBER): 'x' is not an int") && help.contains("Usage: sums add [--factor=<factor>] NUMBER..."), help);

        assertTrue(machine.command("modules").contains("nothing is installed"), machine::tail);
        assertEquals(0, machine.command("ps").lines().filter(each -> each.contains("sums") || each.contains("lines")).count());
        machine.halt();
    }

    /** A thread that waits for input, fills the heap, overflows its stack or throws out of main leaves the others alone. */
    private static void crowd(BootedMachine machine) {
        machine.type("run /modules/crowd.module\n");
        machine.awaitText("counted 20\n");
        machine.type("fill\n");
        machine.awaitText("fill came, others ran true\n");
        machine.awaitText("full true, Java heap space\n");
        machine.awaitText("Exception in thread \"hungry\" java.lang.OutOfMemoryError: Java heap space\n");
        machine.awaitText("this one goes on true\n");
        machine.type("overflow\n");
        machine.awaitText("overflow came, others ran true\n");
        machine.awaitText("Exception in thread \"deep\" java.lang.StackOverflowError\n");
        machine.awaitText("deep enough true\n");
        machine.type("fail\n");
        machine.awaitText("fail came, others ran true\n");
        machine.awaitText("Exception in thread \"main\" java.lang.IllegalStateException: as told\n");
        machine.awaitText("another outlives main\n");
        machine.awaitText("hook at the end\n");
        machine.awaitText("crowd ended with status 1\n");
        machine.awaitPrompt();
    }

    private static void assertEnds(BootedMachine machine, String typed, String expected) {
        int before = machine.console().length();
        machine.type("run /modules/lines.module\n");
        machine.awaitText("ready\n");
        machine.type(typed);
        machine.awaitPrompt();
        String text = machine.console().substring(before);
        assertTrue(text.contains(expected), text);
    }
}
