package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bulkhead.boot.testkit.BootTestkit;
import org.bulkhead.boot.testkit.BootedMachine;
import org.bulkhead.builder.cli.CommandLineTool;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.servers.scenario.FragileServer;
import org.bulkhead.servers.scenario.Poisoner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records of deaths, as the machine leaves them and {@code bulkhead postmortem} reads them. */
class PostmortemTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @RegisterExtension
    final BootTestkit kit = new BootTestkit();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), Runtime.version().feature()).run(arguments);
    }

    private JsonNode json(String... arguments) throws IOException {
        assertEquals(0, run(arguments), err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatDiesOfARequestTellsWhereItWasAndWhatItServed(EmulatorKind kind) throws Exception {
        Path image = kit.image(FragileServer.class, Poisoner.class);
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withKind(kind).withTimeout(LIMIT));
        machine.awaitPrompt();
        machine.type("up poisoner\n");
        machine.awaitLog("^@poison request=harmless result=7$");
        machine.awaitDeath(FragileServer.NAME, 2);
        machine.type("dump 0\n");
        machine.awaitLine("^record 0 sum ");
        machine.type("dump 1\n");
        machine.awaitLine("^record 1 sum ");
        Path saved = Files.writeString(folder.resolve("serial.txt"), machine.console());
        JsonNode death = json("postmortem", saved.toString(), "--image", image.toString(), "--death", "last", "--json").get("deaths").get(0);
        assertEquals(FragileServer.NAME, death.get("component").asText());
        assertEquals(1, death.get("incarnation").asInt());
        assertEquals("UNCAUGHT_EXCEPTION", death.get("reason").asText());
        assertEquals("java.lang.IllegalArgumentException: this request is poison", death.get("text").asText());
        assertTrue(death.get("seconds").asDouble() > 0);
        List<String> places = death.get("stack").findValuesAsText("place");
        assertTrue(places.get(0).matches("org\\.bulkhead\\.vm\\.runtime\\.platform\\.NucleusPlatform\\.abort\\(NucleusPlatform\\.java:\\d+\\)"), places.toString());
        assertTrue(places.get(places.size() - 1).contains("RuntimeCalls.isolateStart(RuntimeCalls.java:"), places.toString());
        assertEquals("echo(" + FragileServer.POISON + ")", death.get("request").get("call").asText());
        assertTrue(death.get("request").get("repeatable").asBoolean());
        List<String> trace = new ObjectMapper().convertValue(death.get("trace"), new TypeReference<>() { });
        assertTrue(trace.stream().anyMatch(each -> each.contains("began operation 1")), trace.toString());
        assertTrue(death.get("code").asText().matches("([0-9a-f]{2} ?){16}"), death.get("code").asText());
        assertEquals(0, run("postmortem", saved.toString(), "--image", image.toString(), "--list"), err.toString());
        assertTrue(out.toString().contains("fragile[0]") && out.toString().contains("fragile[1]"), out.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aDriverThatTouchesWhatIsNotItsOwnTellsInWhichLine(EmulatorKind kind) throws Exception {
        Path image = kit.image(BootSet.SHIPPING);
        BootedMachine machine = kit.boot(EmulatorConfig.of(image).withKind(kind).withTimeout(LIMIT));
        machine.awaitPrompt();
        machine.type("inject ps2 wild-write\n");
        machine.awaitDeath("ps2", 1);
        machine.type("dump 0\n");
        machine.awaitLine("^record 0 sum ");
        Path saved = Files.writeString(folder.resolve("serial.txt"), machine.console());
        JsonNode death = json("postmortem", saved.toString(), "--image", image.toString(), "--death", "0", "--json").get("deaths").get(0);
        assertEquals("WILD_ACCESS", death.get("reason").asText());
        List<String> places = death.get("stack").findValuesAsText("place");
        assertTrue(places.get(0).contains("(FaultInjection.java:"), places.toString());
        assertTrue(places.stream().anyMatch(each -> each.matches("org\\.bulkhead\\.drivers\\.handover\\.UpdatableDriver\\.run\\(UpdatableDriver\\.java:\\d+\\)")), places.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aNucleusThatGivesUpLeavesADumpOnTheDisk(EmulatorKind kind) throws Exception {
        Path image = Files.copy(kit.image(BootSet.SUPERVISOR_FAILS), folder.resolve("failing.img"));
        for (String extension : new String[] {".map", ".rights"}) {
            Path from = kit.image(BootSet.SUPERVISOR_FAILS);
            Files.copy(from.resolveSibling(from.getFileName() + extension), folder.resolve("failing.img" + extension));
        }
        assertEquals(1, run("postmortem", image.toString()));
        assertTrue(err.toString().contains("holds no dump"), err.toString());
        assertEquals(0, run("run", image.toString(), "--headless", "--emulator", kind.name(), "--until", "dumps saved by the restarts before: 2"), err.toString());
        assertTrue(err.toString().contains("bulkhead postmortem"), err.toString());
        JsonNode found = json("postmortem", image.toString(), "--json");
        assertEquals("nucleus: the machine restarts: the supervisor died three times in a minute", found.get("dump").get("reason").asText());
        assertEquals(2, found.get("dump").get("number").asInt(), "the newest is kept, and they are counted");
        assertEquals(3, found.get("deaths").size());
        JsonNode last = found.get("deaths").get(2);
        assertEquals("supervisor", last.get("component").asText());
        assertEquals(2, last.get("incarnation").asInt());
        assertTrue(last.get("text").asText().startsWith("java.lang.IllegalStateException: this supervisor fails on purpose"), last.get("text").asText());
        assertTrue(found.get("dump").get("log").asText().contains("FailingSupervisor.java"), "the stack trace is in the log");
        assertEquals(0, run("postmortem", image.toString(), "--list"), err.toString());
        assertEquals(4, out.toString().lines().count(), out.toString());
        assertEquals(1, run("postmortem", folder.resolve("failing.img.dump").toString(), "--image", kit.image(BootSet.SHIPPING).toString()));
        assertTrue(err.toString().contains("name the image that ran with --image"), err.toString());
    }

    @Test
    void whatIsAskedForWronglyIsNamed() throws Exception {
        assertEquals(2, run("postmortem", folder.resolve("nothing").toString()));
        assertTrue(err.toString().contains("is no file"), err.toString());
        Path text = Files.writeString(folder.resolve("text"), "nothing\n");
        assertEquals(1, run("postmortem", text.toString(), "--image", kit.image(BootSet.SHIPPING).toString()));
        assertTrue(err.toString().contains("holds no death record"), err.toString());
        assertEquals(1, run("postmortem", text.toString(), "--image", text.toString()));
        assertTrue(err.toString().contains("text.map does not exist"), err.toString());
    }
}
